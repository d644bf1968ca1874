// SPDX-License-Identifier: BSL-1.0
#include "virga/types/geometry.hpp"

#include <limits>

#include "types/codec_checks.hpp"
#include "virga/types/array.hpp"

namespace {

using namespace virga::types;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

template <class Type>
void expect_text(const typename Type::value& value, const char* text) {
  EXPECT_EQ(tests::encoded<Type>(value), text);
  EXPECT_TRUE(tests::decoded<Type>(text) == value) << text;
}

TEST(geometric_types, write_and_read_the_servers_form) {
  expect_text<point>({0.1, -2e-300}, "(0.1,-2e-300)");
  expect_text<point>({infinity, -infinity}, "(Infinity,-Infinity)");
  expect_text<line>({1, -1, 0.5}, "{1,-1,0.5}");
  expect_text<lseg>({{1, 2}, {3, 4}}, "[(1,2),(3,4)]");
  expect_text<box>({{3, 4}, {1, 2}}, "(3,4),(1,2)");
  expect_text<box>({{1, 1}, {1, 1}}, "(1,1),(1,1)");
  expect_text<path>({{{1, 2}, {3, 4}}, false}, "[(1,2),(3,4)]");
  expect_text<path>({{{1, 2}}, true}, "((1,2))");
  expect_text<polygon>({{{1, 2}, {3, 4}, {5, 6}}}, "((1,2),(3,4),(5,6))");
  expect_text<circle>({{1, 2}, 0}, "<(1,2),0>");
  EXPECT_EQ(tests::encoded<point>({nan, 0}), "(NaN,0)");
  EXPECT_EQ(tests::decode_fault<point>("(NaN,0)"), "");
}

TEST(geometric_types, refuse_what_the_server_would_change_or_refuse) {
  constexpr const char* corners = "its corners are not the upper right one and the lower left one";
  EXPECT_EQ(tests::encode_fault<box>({{1, 2}, {3, 1}}), corners);
  EXPECT_EQ(tests::encode_fault<box>({{1, 2}, {0, 3}}), corners);
  EXPECT_EQ(tests::encode_fault<box>({{1, 2}, {nan, 1}}), corners);
  EXPECT_EQ(tests::encode_fault<box>({{nan, 2}, {1, 1}}), "");
  EXPECT_EQ(tests::decode_fault<box>("(1,2),(3,4)"), corners);
  EXPECT_EQ(tests::encode_fault<circle>({{}, -1}), "its radius is negative");
  EXPECT_EQ(tests::decode_fault<circle>("<(0,0),-1>"), "its radius is negative");
  EXPECT_EQ(tests::encode_fault<path>({}), "it has no points");
  EXPECT_EQ(tests::encode_fault<polygon>({}), "it has no points");
  for (const double small : {0.0, 1e-6, -1e-6})
    EXPECT_EQ(tests::encode_fault<line>({small, -small, 1}), "a and b of the line are both zero, or within 1e-6 of it");
  EXPECT_EQ(tests::decode_fault<line>("{0,0,1}"), "a and b of the line are both zero, or within 1e-6 of it");
  EXPECT_EQ(tests::encode_fault<line>({1.1e-6, 0, 1}), "");
}

template <class Type>
void expect_malformed(std::initializer_list<const char*> texts) {
  for (const char* text : texts)
    EXPECT_EQ(tests::decode_fault<Type>(text), "it is not a figure of this type in the server's form") << text;
}
TEST(geometric_types, refuse_every_other_form) {
  expect_malformed<point>(
      {"", "(", "(1", "(1,", "(1,2", "(1,2) ", " (1,2)", "1,2", "(1,2,3)", "(,)", "(1,2e400)", "(a,b)"});
  expect_malformed<line>({"{1,2}", "{1,2,3", "{1,2,3}}", "1,2,3", "(1,2,3)"});
  expect_malformed<lseg>({"[(1,2)]", "[(1,2),(3,4)", "(1,2),(3,4)", "[(1,2),(3,4),(5,6)]"});
  expect_malformed<box>({"(1,2)", "((3,4),(1,2))", "(3,4),(1,2),", "(3,4),(1,2),(0,0)"});
  expect_malformed<path>({"[]", "()", "[(1,2)", "((1,2)]", "[(1,2)(3,4)]", "(1,2)", "[(1,2),]"});
  expect_malformed<polygon>({"()", "[(1,2)]", "((1,2)", "((1,2),)"});
  expect_malformed<circle>({"<(1,2)>", "<(1,2),3", "((1,2),3)", "<1,2,3>"});
}

TEST(geometric_types, are_kept_apart_in_arrays) {
  EXPECT_EQ(tests::encoded<array_of<box>>({{{3, 4}, {1, 2}}, {}}), R"x({"(3,4),(1,2)";"(0,0),(0,0)"})x");
  EXPECT_TRUE(tests::decoded<array_of<box>>("{(3,4),(1,2);(0,0),(0,0)}") ==
              (array_of<box>::value{{{3, 4}, {1, 2}}, {}}));
  EXPECT_NE(tests::decode_fault<array_of<box>>("{(3,4),(1,2),(0,0),(0,0)}"), "");
  EXPECT_TRUE(tests::decoded<array_of<point>>(R"x({"(3,4)","(1,2)"})x") == (array_of<point>::value{{3, 4}, {1, 2}}));
  EXPECT_NE(tests::decode_fault<array_of<point>>(R"x({"(3,4)";"(1,2)"})x"), "");
}

TEST(geometric_types, survive_any_text) {
  tests::expect_soundness<point>({"(0.1,-2e-300)", "(NaN,Infinity)"}, "0123456789.,()e-NaInfity");
  tests::expect_soundness<line>({"{1,-1,0.5}"}, "01.,{}e-");
  tests::expect_soundness<lseg>({"[(1,2),(3,4)]"}, "01.,()[]");
  tests::expect_soundness<box>({"(3,4),(1,2)"}, "0123.,()");
  tests::expect_soundness<path>({"[(1,2),(3,4)]", "((1,2))"}, "01.,()[]");
  tests::expect_soundness<polygon>({"((1,2),(3,4),(5,6))"}, "01.,()[]");
  tests::expect_soundness<circle>({"<(1,2),3>"}, "01.,()<>-");
}

}  // namespace
