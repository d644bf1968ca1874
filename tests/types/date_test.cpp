// SPDX-License-Identifier: BSL-1.0
#include "virga/types/date.hpp"

#include <chrono>

#include "types/codec_checks.hpp"

namespace {

using namespace std::chrono;
using virga::types::date;

static_assert(std::is_same_v<date::value, sys_days>);

TEST(calendar, agrees_with_chrono_on_every_day_of_its_range) {
  for (int days = sys_days(year::min() / 1 / 1).time_since_epoch().count();
       days <= sys_days(year::max() / 12 / 31).time_since_epoch().count(); ++days) {
    const year_month_day expected = sys_days(std::chrono::days(days));
    const virga::types::civil_day day = virga::types::civil_from_days(days);
    ASSERT_TRUE(day.year == int(expected.year()) && day.month == int(unsigned(expected.month())) &&
                day.day == int(unsigned(expected.day())))
        << days;
    ASSERT_EQ(virga::types::days_from_civil(day), days);
  }
}

TEST(calendar, knows_the_length_of_months) {
  for (int y : {-4713, -400, -100, -4, -1, 0, 1, 4, 100, 400, 1900, 2000, 2023, 2024})
    for (int m = 1; m <= 12; ++m)
      EXPECT_EQ(virga::types::days_in_month(y, m), int(unsigned(year_month_day_last(year(y) / m / last).day())));
}

TEST(date_type, writes_and_reads_iso_dates) {
  const std::pair<year_month_day, const char*> cases[] = {{2024y / 2 / 29, "2024-02-29"},
                                                          {1970y / 1 / 1, "1970-01-01"},
                                                          {1969y / 12 / 31, "1969-12-31"},
                                                          {1y / 1 / 1, "0001-01-01"},
                                                          {0y / 12 / 31, "0001-12-31 BC"},
                                                          {year(-43) / 3 / 15, "0044-03-15 BC"},
                                                          {999y / 9 / 9, "0999-09-09"},
                                                          {9999y / 12 / 31, "9999-12-31"},
                                                          {10000y / 1 / 1, "10000-01-01"},
                                                          {32767y / 12 / 31, "32767-12-31"},
                                                          {year(-4713) / 11 / 24, "4714-11-24 BC"},
                                                          {year(0) / 2 / 29, "0001-02-29 BC"}};
  for (const auto& [day, text] : cases) {
    EXPECT_EQ(tests::encoded<date>(day), text);
    EXPECT_EQ(tests::decoded<date>(text), sys_days(day)) << text;
  }
}

TEST(date_type, holds_what_the_server_holds_and_no_more) {
  const sys_days first(days(-2440588)), last(days(2145042905));
  EXPECT_EQ(tests::encoded<date>(first), "4714-11-24 BC");
  EXPECT_EQ(tests::encoded<date>(last), "5874897-12-31");
  tests::expect_round_trip<date>(first);
  tests::expect_round_trip<date>(last);
  EXPECT_EQ(tests::encode_fault<date>(first - days(1)), "the date is before 4714-11-24 BC, where PostgreSQL begins");
  EXPECT_EQ(tests::encode_fault<date>(last + days(1)), "the date is after 5874897-12-31, where PostgreSQL ends");
  EXPECT_NE(tests::encode_fault<date>(sys_days::min() + days(1)), "");
  EXPECT_NE(tests::encode_fault<date>(sys_days::max() - days(1)), "");
  EXPECT_EQ(tests::decode_fault<date>("4714-11-23 BC"), "the date is out of range");
  EXPECT_EQ(tests::decode_fault<date>("5874898-01-01"), "the date is out of range");
  EXPECT_EQ(tests::decode_fault<date>("9999999-12-31"), "the date is out of range");
  EXPECT_EQ(tests::decode_fault<date>("9999999-12-31 BC"), "the date is out of range");
}

TEST(date_type, has_both_infinities) {
  EXPECT_EQ(tests::encoded<date>(sys_days::max()), "infinity");
  EXPECT_EQ(tests::encoded<date>(sys_days::min()), "-infinity");
  EXPECT_EQ(tests::decoded<date>("infinity"), sys_days::max());
  EXPECT_EQ(tests::decoded<date>("-infinity"), sys_days::min());
}

TEST(date_type, refuses_days_that_are_not_in_the_calendar) {
  for (const char* text : {"2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-01-32", "2024-01-00",
                           "2024-00-01", "2024-13-01", "0000-01-01", "0000-01-01 BC", "0002-02-29 BC"})
    EXPECT_EQ(tests::decode_fault<date>(text), "there is no such day in the calendar") << text;
}

TEST(date_type, refuses_other_forms) {
  for (const char* text : {"",
                           "2024",
                           "2024-1-01",
                           "2024-01-1",
                           "24-01-01",
                           "-2024-01-01",
                           "+2024-01-01",
                           "2024/01/01",
                           "01/02/2024",
                           "02.01.2024",
                           "2024-01-01 ",
                           " 2024-01-01",
                           "2024-01-01 AD",
                           "2024-01-01 B",
                           "2024-01-01BC",
                           "2024-01-01 BCE",
                           "2024-01-01 00:00:00",
                           "10000000-01-01",
                           "Infinity",
                           "epoch",
                           "infinity ",
                           "2024-01-01x"})
    EXPECT_EQ(tests::decode_fault<date>(text), "it is not a date in ISO form") << text;
}

TEST(date_type, round_trips_the_whole_range) {
  tests::generator random(5);
  for (int i = 0; i < 20000; ++i) tests::expect_round_trip<date>(sys_days(days(random.between(-2440588, 2145042905))));
  for (int i = -2000; i < 2000; ++i) tests::expect_round_trip<date>(sys_days(days(i - 719528)));  // around year 1
}

TEST(date_type, survives_any_text) {
  tests::expect_soundness<date>({"2024-02-29", "0044-03-15 BC", "5874897-12-31", "infinity", "-infinity"},
                                "0123456789- :.BCinfty+T");
}

}  // namespace
