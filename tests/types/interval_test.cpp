// SPDX-License-Identifier: BSL-1.0
#include "virga/types/interval.hpp"

#include "types/codec_checks.hpp"

namespace {

using virga::types::interval;
using span = virga::interval;
using narrow = std::numeric_limits<std::int32_t>;
using wide = std::numeric_limits<std::int64_t>;
constexpr std::int64_t second = 1000000, hour = 3600 * second;

TEST(interval_type, writes_iso_8601) {
  const std::pair<span, const char*> cases[] = {
      {{}, "PT0S"},
      {{.months = 14}, "P14M"},
      {{.months = -1, .days = 2}, "P-1M2D"},
      {{.days = 1, .microseconds = -hour}, "P1DT-1H"},
      {{.microseconds = 61 * second}, "PT1M1S"},
      {{.microseconds = -1}, "PT-0.000001S"},
      {{.microseconds = 1500000}, "PT1.5S"},
      {{.microseconds = -3661 * second - 250000}, "PT-1H-1M-1.25S"},
      {{.months = narrow::min(), .days = narrow::max(), .microseconds = wide::min()},
       "P-2147483648M2147483647DT-2562047788H-54.775808S"},
      {{.microseconds = wide::max()}, "PT2562047788H54.775807S"},
      {span::infinity(), "infinity"},
      {span::minus_infinity(), "-infinity"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(tests::encoded<interval>(value), text);
    EXPECT_TRUE(tests::decoded<interval>(text) == value) << text;
  }
}

TEST(interval_type, reads_the_style_postgres) {
  const std::pair<const char*, span> cases[] = {
      {"00:00:00", {}},
      {"1 year", {.months = 12}},
      {"-1 years", {.months = -12}},
      {"1 year 2 mons 3 days 04:05:06.789",
       {.months = 14, .days = 3, .microseconds = 4 * hour + 306 * second + 789000}},
      {"-1 years -2 mons +3 days -04:05:06", {.months = -14, .days = 3, .microseconds = -4 * hour - 306 * second}},
      {"-1 days +00:00:00.000001", {.days = -1, .microseconds = 1}},
      {"-178956970 years -8 mons -2147483648 days -2562047788:00:54.775808",
       {.months = narrow::min(), .days = narrow::min(), .microseconds = wide::min()}}};
  for (std::size_t i = 0; i + 1 < std::size(cases); ++i)
    EXPECT_TRUE(tests::decoded<interval>(cases[i].first) == cases[i].second) << cases[i].first;
  EXPECT_EQ(tests::decode_fault<interval>(std::rbegin(cases)->first),
            "it is the finite interval that PostgreSQL 17 and later take for infinity");
}

TEST(interval_type, says_what_does_not_fit) {
  for (const char* text : {"178956970 years 8 mons", "-178956970 years -9 mons", "2147483648 days",
                           "2562047788:00:54.775808", "-2562047788:00:54.775809", "999999999999999999 years",
                           "P2147483648M", "PT2562047789H", "PT9223372036854.775808S", "P999999999999999999Y"})
    EXPECT_EQ(tests::decode_fault<interval>(text), "the interval is out of range") << text;
}

TEST(interval_type, refuses_every_other_form) {
  for (const char* text : {"",
                           " ",
                           "1",
                           "1 ",
                           "1 week",
                           "1 day ",
                           "1 day 1 year",
                           "1 day 1 day",
                           "@ 1 day",
                           "1 day ago",
                           "1-2 3 4:05:06",
                           "04:05",
                           "4:5:6",
                           "04:60:00",
                           "04:00:60",
                           "00:00:00.",
                           "00:00:00.0000001",
                           "1 day 04:05:06 1 mon",
                           "--1 day",
                           "1  day",
                           "P",
                           "PT",
                           "P1",
                           "P1YT",
                           "P1D1Y",
                           "PT1S1H",
                           "P1H",
                           "PT1Y",
                           "PT1.5H",
                           "P1.5D",
                           "P1W",
                           "p1d",
                           "PT1.S",
                           "PT.5S",
                           "Infinity",
                           "+infinity",
                           "1 y"})
    EXPECT_EQ(tests::decode_fault<interval>(text), "it is not an interval in the style postgres or iso_8601") << text;
}

TEST(interval_type, round_trips_generated_spans) {
  tests::generator random(31);
  for (int i = 0; i < 5000; ++i)
    tests::expect_round_trip<interval>({.months = static_cast<std::int32_t>(random.of_any_length()),
                                        .days = static_cast<std::int32_t>(random.of_any_length()),
                                        .microseconds = random.of_any_length()});
}

TEST(interval_type, survives_any_text) {
  tests::expect_soundness<interval>({"-1 years +2 mons -3 days +04:05:06.789", "P1Y-2M3DT4H-5M6.789S", "infinity"},
                                    "0123456789 :.+-PTYMDHSyearmonsday");
}

}  // namespace
