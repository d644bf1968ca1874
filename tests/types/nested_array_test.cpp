// SPDX-License-Identifier: BSL-1.0
#include "virga/types/nested_array.hpp"

#include "types/codec_checks.hpp"
#include "virga/types/geometry.hpp"
#include "virga/types/types.hpp"

namespace {

using namespace virga::types;
using std::nullopt;
template <class Element>
using with_nulls = nested_array_of<Element, 1, true>;
template <class Element>
using table_of = nested_array_of<Element, 2, false>;

TEST(nested_array_type, is_the_servers_one_array_type) {
  static_assert(table_of<integer>::name == "integer[]" && with_nulls<text>::name == "text[]");
  static_assert(std::is_same_v<table_of<integer>::value, std::vector<std::vector<std::int32_t>>>);
  static_assert(std::is_same_v<with_nulls<text>::value, std::vector<std::optional<std::string>>>);
  static_assert(std::is_same_v<virga::type_of<std::vector<std::optional<int>>>, with_nulls<integer>>);
  static_assert(std::is_same_v<virga::type_of<std::vector<std::vector<int>>>, table_of<integer>>);
  static_assert(std::is_same_v<virga::type_of<std::vector<std::vector<std::vector<std::optional<bool>>>>>,
                               nested_array_of<boolean, 3, true>>);
  static_assert(std::is_same_v<virga::type_of<std::vector<bytea::value>>, array_of<bytea>>);
  static_assert(!array_element<table_of<integer>> && !array_element<with_nulls<integer>>);
}

TEST(nested_array_type, writes_and_reads_nulls) {
  EXPECT_EQ(tests::encoded<with_nulls<integer>>({1, nullopt, 3}), "{1,NULL,3}");
  EXPECT_EQ(tests::decoded<with_nulls<integer>>("{1,NULL,3}"), (with_nulls<integer>::value{1, nullopt, 3}));
  EXPECT_EQ(tests::encoded<with_nulls<text>>({"NULL", nullopt, ""}), R"({"NULL",NULL,""})");
  EXPECT_EQ(tests::decoded<with_nulls<text>>(R"({"NULL",NULL,"",null})"),
            (with_nulls<text>::value{"NULL", nullopt, "", "null"}));
  EXPECT_EQ(tests::encoded<with_nulls<integer>>({}), "{}");
  EXPECT_TRUE(tests::decoded<with_nulls<integer>>("{}").empty());
  tests::expect_round_trip<with_nulls<boolean>>({true, nullopt, false});
  tests::expect_round_trip<with_nulls<box>>({virga::box{{1, 1}, {0, 0}}, nullopt});
}

TEST(nested_array_type, writes_and_reads_dimensions) {
  EXPECT_EQ(tests::encoded<table_of<integer>>({{1, 2}, {3, 4}, {5, 6}}), "{{1,2},{3,4},{5,6}}");
  EXPECT_EQ(tests::decoded<table_of<integer>>("{{1,2},{3,4},{5,6}}"),
            (table_of<integer>::value{{1, 2}, {3, 4}, {5, 6}}));
  EXPECT_EQ(tests::encoded<table_of<integer>>({}), "{}");
  EXPECT_TRUE(tests::decoded<table_of<integer>>("{}").empty());
  tests::expect_round_trip<table_of<boolean>>({{true, false}, {false, true}});
  tests::expect_round_trip<table_of<text>>({{"{", "}"}, {",", "\"\\"}});
  tests::expect_round_trip<nested_array_of<integer, 3, true>>({{{1, nullopt}, {3, 4}}, {{5, 6}, {nullopt, 8}}});
  tests::expect_round_trip<nested_array_of<integer, 6, false>>({{{{{{1, 2}}}}}});
}

TEST(nested_array_type, refuses_what_the_vectors_cannot_hold) {
  EXPECT_EQ(tests::decode_fault<table_of<integer>>("{{1,NULL}}"), "it has a NULL element");
  EXPECT_EQ(tests::decode_fault<table_of<integer>>("{1,2}"), "it has fewer dimensions than the description says");
  EXPECT_EQ(tests::decode_fault<table_of<integer>>("{{{1}}}"), "it has more dimensions than the description says");
  EXPECT_EQ(tests::decode_fault<with_nulls<integer>>("{{1}}"), "it has more dimensions than the description says");
  for (const char* text : {"[0:1]={1,2}", "[1:1][2:2]={{1}}"}) {
    EXPECT_EQ(tests::decode_fault<with_nulls<integer>>(text), "its first index is not 1, which a vector cannot keep");
    EXPECT_EQ(tests::decode_fault<table_of<integer>>(text), "its first index is not 1, which a vector cannot keep");
  }
}

TEST(nested_array_type, refuses_lists_that_make_no_array) {
  constexpr const char* uneven = "its inner lists are not equally long";
  constexpr const char* empty = "one of its inner lists is empty, which an array cannot keep";
  EXPECT_EQ(tests::encode_fault<table_of<integer>>({{1, 2}, {3}}), uneven);
  EXPECT_EQ((tests::encode_fault<nested_array_of<integer, 3, false>>({{{1}, {2}}, {{1, 2}, {3, 4}}})), uneven);
  EXPECT_EQ((tests::encode_fault<nested_array_of<integer, 3, false>>({{{1}, {2}}, {{1}}})), uneven);
  EXPECT_EQ(tests::encode_fault<table_of<integer>>({{}}), empty);
  EXPECT_EQ(tests::encode_fault<table_of<integer>>({{1}, {}}), empty);
  EXPECT_EQ(tests::encode_fault<table_of<text>>({{"a"}, {std::string(1, '\0')}}),
            "it contains a NUL byte, which PostgreSQL text cannot hold");
}

TEST(nested_array_type, refuses_broken_text) {
  for (const char* text : {"", "}", "{{}}", "{{},{}}", "{{1}", "{{1}}}", "{{1,}}", "{{1}{2}}", "{{1},{2,3}}", "{{1}}x",
                           " {}", "{{\"1}}", "{{1 }}", "{{,1}}"})
    EXPECT_EQ(tests::decode_fault<table_of<integer>>(text), "it is not an array") << text;
  for (const char* text : {"{", "{{1},}", "{ }", "{,{1}}"})
    EXPECT_EQ(tests::decode_fault<table_of<integer>>(text), "it has fewer dimensions than the description says")
        << text;
  for (const char* text : {"{1,}", "{,}", "{1", "1", "{1}}", "{\"1\"2}"})
    EXPECT_EQ(tests::decode_fault<with_nulls<integer>>(text), "it is not an array") << text;
}

TEST(nested_array_type, survives_any_text) {
  tests::expect_soundness<with_nulls<integer>>({"{1,NULL,30}", "{}"}, "{}0123,\"\\NUL []:=");
  tests::expect_soundness<table_of<integer>>({"{{1,2},{3,4}}", "{}"}, "{}0123,\"\\NUL []:=");
  tests::expect_soundness<nested_array_of<integer, 3, true>>({"{{{1,NULL},{3,4}},{{5,6},{7,8}}}"}, "{}01,\"\\NUL");
}

}  // namespace
