// SPDX-License-Identifier: BSL-1.0
//
// Columns with a length, a precision or fields: a value is refused exactly where the server would store another one, or
// none at all.
#include "support/type_oracle.hpp"
#include "virga/types/bit.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/nested_array.hpp"
#include "virga/types/numeric.hpp"
#include "virga/types/time.hpp"
#include "virga/types/timestamp.hpp"
#include "virga/types/timestamptz.hpp"

namespace {

using namespace tests::oracle;
using virga::modified_name;
using virga::type_modifier;
namespace types = virga::types;

/// Asks the server what a column of this modifier makes of each value.
template <class Type>
void expect_same_judgement(const std::vector<typename Type::value>& values, type_modifier column) {
  const std::string type = modified_name(virga::name_in_cast<Type>, column);
  SCOPED_TRACE(type);
  const type_modifier packed = type_modifier::unpacked(column.packed());
  ASSERT_EQ(modified_name(Type::name, packed), modified_name(Type::name, column));
  strings sent;
  for (const auto& value : values) sent.push_back(tests::encoded<Type>(value));
  const strings judged = server::shared().judged(type, sent);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool changed = judged[i] == "(null)" || !(tests::decoded<Type>(judged[i]) == values[i]);
    const bool is_refused = Type::exceeds(values[i], packed) != nullptr;
    EXPECT_EQ(is_refused, changed) << sent[i] << " became " << judged[i];
    refused += is_refused ? 1 : 0;
  }
  // a test that refuses nothing, or everything, tests nothing
  EXPECT_GT(refused, 0U);
  EXPECT_LT(refused, values.size());
}

/// A number of microseconds of which the last digits are zeros.
std::int64_t rounded(tests::generator& random, std::int64_t low, std::int64_t high) {
  std::int64_t unit = 1;
  for (std::uint64_t zeros = random.below(8); zeros > 0; --zeros) unit *= 10;
  return random.between(low / unit, high / unit) * unit;
}

template <class Type>
void check_precisions(const std::vector<typename Type::value>& values) {
  for (int digits = 0; digits < 6; ++digits) expect_same_judgement<Type>(values, {digits + 1, 0});
}

TEST(modifiers, digits_of_a_second) {
  using std::chrono::microseconds;
  constexpr std::int64_t day = 86400000000;
  tests::generator random(51);
  std::vector<types::timestamptz::value> moments = {types::timestamptz::value::max(), types::timestamptz::value::min()};
  std::vector<types::timestamp::value> local = {types::timestamp::value::max(), types::timestamp::value::min()};
  std::vector<types::time::value> times = {{}, std::chrono::hours(24)};
  std::vector<virga::time_with_zone> zoned;
  for (int i = 0; i < 1000; ++i) {
    moments.emplace_back(microseconds(rounded(random, -60000000000000000, 250000000000000000)));
    local.emplace_back(microseconds(rounded(random, -60000000000000000, 250000000000000000)));
    times.emplace_back(rounded(random, 0, day));
    zoned.push_back({microseconds(rounded(random, 0, day)), std::chrono::seconds(random.between(-57599, 57599))});
  }
  check_precisions<types::timestamptz>(moments);
  check_precisions<types::timestamp>(local);
  check_precisions<types::time>(times);
  check_precisions<types::timetz>(zoned);
}

TEST(modifiers, digits_and_fields_of_intervals) {
  tests::generator random(52);
  std::vector<virga::interval> values(1);
  for (int i = 0; i < 1000; ++i) {
    const auto some = [&](std::int64_t unit) {
      return random.below(2) == 0 ? 0 : static_cast<std::int32_t>(random.between(-50, 50) * unit);
    };
    std::int64_t microseconds = random.below(2) == 0 ? 0 : rounded(random, -8640000000000, 8640000000000);
    if (random.below(3) == 0) microseconds = random.between(-100, 100) * (random.below(2) == 0 ? 3600000000 : 60000000);
    values.push_back({.months = some(random.below(2) == 0 ? 1 : 12), .days = some(1), .microseconds = microseconds});
  }
  check_precisions<types::interval>(values);
  for (int fields = 1; fields <= 13; ++fields) {
    const bool keeps_all = static_cast<virga::pg::interval_fields>(fields) == virga::pg::interval_fields::second ||
                           modified_name("interval", {0, fields}).ends_with("second");
    if (!keeps_all)
      expect_same_judgement<types::interval>(values, {0, fields});
    else
      expect_same_judgement<types::interval>(values, {3, fields});
  }
}

TEST(modifiers, numerics) {
  tests::generator random(53);
  std::vector<virga::decimal> values = {virga::decimal("NaN"), 0, virga::decimal("-Infinity"), virga::decimal("0.000")};
  for (int i = 0; i < 2000; ++i) {
    std::string text = random.below(2) == 0 ? "-" : "";
    text += random.bytes(1 + random.below(7), "0000123456789");
    if (random.below(3) != 0) text += "." + random.bytes(1 + random.below(6), "000019");
    values.emplace_back(text);
  }
  for (const type_modifier column : {type_modifier{4, 2}, {1, 0}, {5, 5}, {10, 3}, {6, 0}})
    expect_same_judgement<types::numeric>(values, column);
  // PostgreSQL 15 and later
  for (const type_modifier column : {type_modifier{3, -2}, {2, 4}})
    expect_same_judgement<types::numeric>(values, column);
}

TEST(modifiers, lengths) {
  tests::generator random(54);
  std::vector<std::string> texts = {"",        "äöü", "äöüß", "日本語",
                                    "日本語x", "ab ", "abc ", "\xf0\x9f\x8c\xa7\xf0\x9f\x8c\xa7"};
  std::vector<std::vector<bool>> bits = {{}};
  for (int i = 0; i < 500; ++i) {
    texts.push_back(random.bytes(random.below(8), "abc"));
    std::vector<bool>& row = bits.emplace_back();
    for (std::uint64_t left = random.below(12); left > 0; --left) row.push_back(random.below(2) == 0);
  }
  expect_same_judgement<types::varchar>(texts, {3, 0});
  expect_same_judgement<types::varbit>(bits, {5, 0});
  EXPECT_EQ(types::bit::exceeds({true, false}, {2, 0}), nullptr);
  EXPECT_NE(types::bit::exceeds({true}, {2, 0}), nullptr);
  EXPECT_NE(types::bit::exceeds({true, false, true}, {2, 0}), nullptr);
  EXPECT_EQ(types::character::exceeds("äöü", {3, 0}), nullptr);
  EXPECT_NE(types::character::exceeds("äöüß", {3, 0}), nullptr);
}

TEST(modifiers, hold_for_each_element_of_an_array) {
  using list = types::array_of<types::varchar>;
  EXPECT_EQ(list::exceeds({"ab", "abc"}, {3, 0}), nullptr);
  EXPECT_NE(list::exceeds({"ab", "abcd"}, {3, 0}), nullptr);
  using lists = types::nested_array_of<types::varchar, 2, true>;
  EXPECT_EQ(lists::exceeds({{"ab", std::nullopt}, {"abc", ""}}, {3, 0}), nullptr);
  EXPECT_NE(lists::exceeds({{"ab", std::nullopt}, {"abcd", ""}}, {3, 0}), nullptr);
}

TEST(modifiers, are_kept_in_23_bits_or_not_at_all) {
  for (const type_modifier each : {type_modifier{0, 0}, {1, 0}, {4000000, 0}, {1000, 1000}, {1000, -1000}, {7, 13}}) {
    EXPECT_EQ(each.packed() >> 23U, 0U);
    EXPECT_EQ(type_modifier::unpacked(each.packed()).length, each.length);
    EXPECT_EQ(type_modifier::unpacked(each.packed()).scale, each.scale);
  }
  EXPECT_TRUE(type_modifier::unpacked(type_modifier{10485760, 0}.packed()).empty());
}

}  // namespace
