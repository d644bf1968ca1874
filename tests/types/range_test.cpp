// SPDX-License-Identifier: BSL-1.0
#include "virga/types/range.hpp"

#include "types/codec_checks.hpp"
#include "virga/types/array.hpp"
#include "virga/types/string.hpp"
#include "virga/types/timestamp_range.hpp"

namespace {

using namespace virga::types;
using integers = virga::range<std::int32_t>;

/// A range over texts, as `create type … as range` can make one: its bounds have what needs quotes.
struct textrange : range_of<text> {
  static constexpr std::string_view name = "textrange";
};

TEST(range_type, writes_and_reads_bounds) {
  const std::pair<integers, const char*> cases[] = {
      {{}, "(,)"},
      {{.lower = 1}, R"(["1",))"},
      {{.upper = -1}, R"((,"-1"))"},
      {{.lower = 1, .upper = 3}, R"(["1","3"))"},
      {{.lower = 1, .upper = 1, .lower_inclusive = false, .upper_inclusive = true}, R"(("1","1"])"},
      {integers::empty(), "empty"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(tests::encoded<int4range>(value), text);
    EXPECT_TRUE(tests::decoded<int4range>(text) == value) << text;
  }
  EXPECT_TRUE(tests::decoded<int4range>("[1,3)") == (integers{.lower = 1, .upper = 3}));
  EXPECT_TRUE(tests::decoded<int4range>("(,3]") == (integers{.upper = 3, .upper_inclusive = true}));
}

TEST(range_type, is_equal_where_only_what_does_not_matter_differs) {
  EXPECT_TRUE((integers{.lower_inclusive = false, .upper_inclusive = true}) == integers{});
  EXPECT_TRUE((integers{.lower = 1, .is_empty = true}) == integers::empty());
  EXPECT_FALSE(integers{} == integers::empty());
  EXPECT_FALSE((integers{.lower = 1, .lower_inclusive = false}) == (integers{.lower = 1}));
  EXPECT_FALSE((integers{.upper = 1, .upper_inclusive = true}) == (integers{.upper = 1}));
  EXPECT_FALSE((integers{.lower = 1}) == (integers{.upper = 1}));
}

TEST(range_type, keeps_bounds_that_need_quotes) {
  static_assert(virga::sql_type<textrange> && textrange::name == "textrange");
  const virga::range<std::string> in{.lower = "", .upper = "a,\"b\\c)] \n", .upper_inclusive = true};
  tests::expect_round_trip<textrange>(in);
  EXPECT_TRUE(tests::decoded<textrange>(R"x(["",b))x") == (virga::range<std::string>{.lower = "", .upper = "b"}));
  EXPECT_TRUE(tests::decoded<textrange>(R"x(["a""b","c\\d"])x") ==
              (virga::range<std::string>{.lower = "a\"b", .upper = "c\\d", .upper_inclusive = true}));
}

TEST(range_type, refuses_every_other_form) {
  for (const char* text : {"", "[", "[1", "[1,", "[1,2", "1,2", "[1,2)x", "[1,2,3)", "{1,2}", "emptyx", "Empty",
                           "[\"1,2)", "[\"1\\", "[1\"2\",3)", "[(1,2)", "[1,2))", "()", "[]"})
    EXPECT_EQ(tests::decode_fault<int4range>(text), "it is not a range") << text;
  EXPECT_EQ(tests::decode_fault<int4range>("[1,x)"), "it is not a whole number");
  EXPECT_EQ(tests::decode_fault<int4range>("[ 1,2)"), "it is not a whole number");
  EXPECT_EQ(tests::decode_fault<int4range>("[1,2147483648)"), "the number is out of range");
  EXPECT_EQ(tests::decode_fault<int4range>("[2,1)"), "its upper bound is below its lower bound");
  EXPECT_EQ(tests::encode_fault<int4range>({.lower = 2, .upper = 1}), "its upper bound is below its lower bound");
  EXPECT_EQ(tests::encode_fault<int4range>({.lower = 2, .upper = 1, .is_empty = true}), "");
  EXPECT_EQ(tests::encode_fault<daterange>({.lower = date::value(std::chrono::days(-10000000))}),
            "the date is before 4714-11-24 BC, where PostgreSQL begins");
}

TEST(multirange_type, writes_and_reads_lists) {
  const std::vector<integers> in = {{.upper = 1}, {.lower = 3, .upper = 5}, {.lower = 7}};
  EXPECT_EQ(tests::encoded<int4multirange>(in), R"({(,"1"),["3","5"),["7",)})");
  EXPECT_TRUE(tests::decoded<int4multirange>("{(,1),[3,5),[7,)}") == in);
  EXPECT_EQ(tests::encoded<int4multirange>({}), "{}");
  EXPECT_TRUE(tests::decoded<int4multirange>("{}").empty());
  EXPECT_NE(tests::encode_fault<int4multirange>({{.lower = 2, .upper = 1}}), "");
  for (const char* text : {"", "{}x", "[1,2)", "{[1,2)", "{[1,2)}}", "{[1,2)[3,4)}"})
    EXPECT_EQ(tests::decode_fault<int4multirange>(text), "it is not a multirange") << text;
  for (const char* text : {"{", "{[1,2),}", "{,}", "{[1,2"})
    EXPECT_EQ(tests::decode_fault<int4multirange>(text), "it is not a range") << text;
}

TEST(range_type, is_found_by_its_values) {
  static_assert(std::is_same_v<virga::type_of<integers>, int4range>);
  static_assert(std::is_same_v<virga::type_of<virga::range<virga::decimal>>, numrange>);
  static_assert(std::is_same_v<virga::type_of<virga::range<date::value>>, daterange>);
  static_assert(std::is_same_v<virga::type_of<virga::range<timestamptz::value>>, tstzrange>);
  static_assert(std::is_same_v<virga::type_of<virga::range<timestamp::value>>, tsrange>);
  static_assert(!virga::has_default_type<virga::range<std::string>>);
  tests::expect_round_trip<array_of<int4range>>({{.lower = 1, .upper = 2}, integers::empty(), {}});
}

TEST(range_type, survives_any_text) {
  tests::expect_soundness<int4range>({"[1,3)", "(,-20]", "empty", "[\"1\",\"2\")"}, "012,()[]\"\\-empty");
  tests::expect_soundness<numrange>({R"x(["1.5",NaN])x"}, "1.5,()[]\"\\Na");
  tests::expect_soundness<int4multirange>({"{[1,3),[5,)}"}, "012,()[]{}\"\\-");
  tests::expect_soundness<tstzrange>({R"x(["2024-01-01 00:00:00+00",infinity))x"}, "012,()[]\": ");
}

}  // namespace
