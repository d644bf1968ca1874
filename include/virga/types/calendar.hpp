// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstdint>

namespace virga::types {

/// A day of the proleptic Gregorian calendar, which is PostgreSQL's. Year 0 is 1 BC, year -1 is 2 BC.
struct civil_day {
  std::int64_t year;
  int month, day;
};

[[nodiscard]] constexpr int days_in_month(std::int64_t year, int month) {
  constexpr signed char days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

/// Days since 1970-01-01. Exact for every year below 10^15 in size, without a check of the fields.
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
[[nodiscard]] constexpr std::int64_t days_from_civil(const civil_day& in) {
  // The year begins in March, so that the leap day is its last.
  const std::int64_t year = in.year - (in.month <= 2);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const auto year_of_era = static_cast<unsigned>(year - era * 400);
  const auto month = static_cast<unsigned>(in.month > 2 ? in.month - 3 : in.month + 9);
  const unsigned day_of_year = (153 * month + 2) / 5 + static_cast<unsigned>(in.day) - 1;
  const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

/// The inverse. Source: the same, civil_from_days.
[[nodiscard]] constexpr civil_day civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(days - era * 146097);
  const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted = (5 * day_of_year + 2) / 153;
  const auto month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {year_of_era + era * 400 + (month <= 2), month, static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1)};
}

}  // namespace virga::types
