// SPDX-License-Identifier: BSL-1.0
//
// Ranges and multiranges before the judge of support/type_oracle.hpp.
#include "virga/types/range.hpp"

#include "support/type_oracle.hpp"
#include "virga/types/timestamp_range.hpp"

namespace {

using namespace tests::oracle;
using namespace virga::types;

/// Ranges of generated values, two of which are given in ascending order by `ascending`.
template <class Type, class Make>
std::vector<typename Type::value> ranges(Make&& make, bool canonical) {
  tests::generator random(71);
  std::vector<typename Type::value> out;
  for (int i = 0; i < 3000; ++i) {
    auto first = make(random), second = make(random);
    if (second < first) std::swap(first, second);
    typename Type::value in;
    const bool has_lower = random.below(5) != 0, has_upper = random.below(5) != 0;
    if (has_lower) in.lower = first;
    if (has_upper && (!has_lower || first < second)) in.upper = second;
    if (!canonical) {
      in.lower_inclusive = random.below(2) != 0;
      in.upper_inclusive = random.below(2) != 0;
    }
    out.push_back(random.below(20) == 0 ? Type::value::empty() : in);
  }
  return out;
}
/// Lists that are already as the server keeps them.
template <class Type, class Step>
std::vector<typename Type::value> lists(Step&& value_at) {
  tests::generator random(72);
  std::vector<typename Type::value> out(1000);
  for (auto& list : out) {
    std::int64_t at = random.between(-100000, 100000);
    for (std::uint64_t left = random.below(6); left != 0; --left) {
      auto& each = list.emplace_back();
      each.lower = value_at(at += random.between(1, 1000));
      each.upper = value_at(at += random.between(1, 1000));
    }
  }
  return out;
}

TEST(ranges_on_the_server, of_whole_numbers) {
  const auto number = [](tests::generator& random) { return static_cast<std::int32_t>(random.of_any_length()); };
  expect_values_arrive<int4range>(ranges<int4range>(number, true), false);
  expect_values_arrive<int8range>(
      ranges<int8range>([](tests::generator& random) { return random.of_any_length(); }, true), false);
  expect_values_arrive<int4multirange>(lists<int4multirange>([](auto at) { return static_cast<std::int32_t>(at); }),
                                       false);
  expect_values_arrive<int8multirange>(lists<int8multirange>([](auto at) { return at; }), false);
  // Other bounds, the same values: the server's text of both is one.
  expect_texts_return<int4range>({"[1,3]", "(1,3)", "[1,1)", "(,5]", "empty", "[-2147483648,2147483646]"});
  expect_agreement<int4range>(mutations({"[1,3)", "(,-20]", "empty", "[\"1\",\"2\")"}, "012,()[]\"\\-", 800), false);
  expect_agreement<int4multirange>(mutations({"{[1,3),[5,)}", "{}", "{(,1)}"}, "012,()[]{}\"\\-", 800), false);
}
TEST(ranges_on_the_server, of_decimals) {
  const auto number = [](tests::generator& random) {
    return virga::decimal(std::to_string(random.between(-100000, 100000)) + "." + std::to_string(random.below(1000)));
  };
  expect_values_arrive<numrange>(ranges<numrange>(number, false), false);
  expect_values_arrive<nummultirange>(lists<nummultirange>([](auto at) { return virga::decimal(at); }), false);
  expect_values_arrive<numrange>({{.lower = virga::decimal("-Infinity"), .upper = virga::decimal("NaN")}}, false);
}
TEST(ranges_on_the_server, of_days_and_moments) {
  const auto day = [](std::int64_t at) { return date::value(std::chrono::days(static_cast<int>(at))); };
  expect_values_arrive<daterange>(
      ranges<daterange>([&](tests::generator& random) { return day(random.between(iso::first_day, 3000000)); }, true),
      false);
  expect_values_arrive<datemultirange>(lists<datemultirange>(day), false);
  expect_values_arrive<daterange>({{.lower = date::value::min(), .upper = date::value::max()}}, false);
  const auto micro = [](tests::generator& random) { return std::chrono::microseconds(random.of_any_length() / 1024); };
  expect_values_arrive<tstzrange>(
      ranges<tstzrange>([&](tests::generator& random) { return timestamptz::value(micro(random)); }, false), false);
  expect_values_arrive<tsrange>(
      ranges<tsrange>([&](tests::generator& random) { return timestamp::value(micro(random)); }, false), false);
  expect_values_arrive<tstzmultirange>(
      lists<tstzmultirange>([](auto at) { return timestamptz::value(std::chrono::seconds(at)); }), false);
  expect_values_arrive<tsmultirange>(
      lists<tsmultirange>([](auto at) { return timestamp::value(std::chrono::seconds(at)); }), false);
  expect_values_arrive<tstzrange>({{.lower = timestamptz::value::min(), .upper = timestamptz::value::max()}}, false);
}
TEST(ranges_on_the_server, in_arrays) {
  expect_values_arrive<array_of<int4range>>({{{.lower = 1, .upper = 2}, virga::range<std::int32_t>::empty(), {}}, {}},
                                            false);
  expect_values_arrive<array_of<int4multirange>>({{{{.lower = 1, .upper = 2}, {.lower = 5}}, {}}}, false);
}

}  // namespace
