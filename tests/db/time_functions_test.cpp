// SPDX-License-Identifier: BSL-1.0
//
// What dates, times and intervals become on a real server, and that their types are what they say they are.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/value_of.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/time.hpp"
#include "virga/types/timestamp.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;

template <class Mode>
struct shifts_table {
  static constexpr auto table = pg::table("shifts");
  col<Mode, pg::date("day").not_null()> day{};
  col<Mode, pg::timestamptz("began").not_null()> began{};
  col<Mode, pg::timestamptz("ended")> ended{};
  col<Mode, pg::timestamp("noted").not_null()> noted{};
  col<Mode, pg::time("clock").not_null()> clock{};
  col<Mode, pg::timetz("far").not_null()> far{};
  col<Mode, pg::interval("pause").not_null()> pause{};
  col<Mode, pg::smallint("tiny").not_null()> tiny{};
  col<Mode, pg::integer("days")> days{};
  col<Mode, pg::text("zone").not_null()> zone{};
};
constexpr virga::table<shifts_table> shifts;

class time_functions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, shifts);
    insert_into(shifts)
        .values(shifts.day = "2024-02-28", shifts.began = "2024-02-28 22:00:00+00",
                shifts.ended = "2024-02-29 06:30:00+00", shifts.noted = "2024-02-28 12:00:00",
                shifts.clock = "10:30:00", shifts.far = "10:30:00+02", shifts.pause = "P1DT2H", shifts.tiny = 2,
                shifts.days = 30, shifts.zone = "Asia/Tokyo")
        .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;

  template <class Expression>
  std::string value(const Expression& expression) {
    return tests::value_of(*db_, shifts, expression);
  }
};

TEST_F(time_functions, of_operators) {
  constexpr interval hour{.microseconds = 3600000000};
  EXPECT_EQ(value(shifts.day + 2), "2024-03-01");
  EXPECT_EQ(value(shifts.tiny + shifts.day), "2024-03-01");
  EXPECT_EQ(value(shifts.day - shifts.days), "2024-01-29");
  EXPECT_EQ(value(shifts.day - (shifts.day - shifts.tiny)), "2");
  EXPECT_EQ(value(shifts.day + shifts.pause), "2024-02-29 02:00:00");
  EXPECT_EQ(value(shifts.day + shifts.clock), "2024-02-28 10:30:00");
  EXPECT_EQ(value(shifts.far + shifts.day == shifts.day + shifts.far), "true");
  EXPECT_EQ(value(shifts.noted + hour), "2024-02-28 13:00:00");
  EXPECT_EQ(value(shifts.noted - interval{.months = 1}), "2024-01-28 12:00:00");
  EXPECT_EQ(value(shifts.clock + hour), "11:30:00");
  EXPECT_EQ(value(shifts.far - hour), "09:30:00+02");
  EXPECT_EQ(value(shifts.ended - shifts.began), "08:30:00");
  EXPECT_EQ(value(shifts.ended - shifts.began > interval{.days = 1}), "false");
  EXPECT_EQ(value(shifts.noted - shifts.day), "12:00:00");
  EXPECT_EQ(value(shifts.clock - shifts.clock), "00:00:00");
  EXPECT_EQ(value(shifts.pause + hour), "1 day 03:00:00");
  EXPECT_EQ(value(shifts.pause * 2), "2 days 04:00:00");
  EXPECT_EQ(value(0.5 * shifts.pause), "13:00:00");
  EXPECT_EQ(value(shifts.pause / shifts.tiny), "13:00:00");
  EXPECT_EQ(value(-shifts.pause), "-1 days -02:00:00");
  EXPECT_EQ(value(sum(shifts.pause)), "1 day 02:00:00");
  EXPECT_EQ(value(avg(shifts.pause)), "1 day 02:00:00");
  EXPECT_EQ(
      value(shifts.began - std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>{} > hour),
      "true");
}

TEST_F(time_functions, of_zones) {
  EXPECT_EQ(value(at_time_zone(shifts.began, "Europe/Vienna")), "2024-02-28 23:00:00");
  EXPECT_EQ(value(at_time_zone(shifts.began, shifts.zone)), "2024-02-29 07:00:00");
  EXPECT_EQ(value(at_time_zone(at_time_zone(shifts.noted, "Asia/Tokyo"), "UTC")), "2024-02-28 03:00:00");
  EXPECT_EQ(value(at_time_zone(shifts.began, interval{.microseconds = 3600000000})), "2024-02-28 23:00:00");
  EXPECT_EQ(value(at_time_zone(shifts.far, "UTC")), "08:30:00+00");
  EXPECT_EQ(value(at_time_zone(shifts.began - shifts.pause, "UTC") - interval{.days = 1}), "2024-02-26 20:00:00");
  EXPECT_NE(value(at_time_zone(shifts.clock, "UTC")), "NULL");
  EXPECT_NE(value(at_time_zone(shifts.day, "UTC")), "NULL");
  EXPECT_THROW((void)select(at_time_zone(shifts.began, "Nowhere/Else")).from(shifts).all(*db_), data_exception);
}

TEST_F(time_functions, of_calls) {
  EXPECT_EQ(value(age(shifts.noted, shifts.day)), "12:00:00");
  EXPECT_EQ(value(age(shifts.began) > interval{.months = 12}), "true");
  EXPECT_EQ(value(justify_hours(shifts.pause * 24)), "26 days");
  EXPECT_EQ(value(justify_days(shifts.pause * 30)), "1 mon 60:00:00");
  EXPECT_EQ(value(justify_interval(shifts.pause * 30)), "1 mon 2 days 12:00:00");
  EXPECT_EQ(value(isfinite(shifts.day)), "true");
  EXPECT_EQ(value(isfinite(shifts.pause)), "true");
  EXPECT_EQ(value(make_interval<"days", "secs">(shifts.days, 1.5)), "30 days 00:00:01.5");
  EXPECT_EQ(value(make_interval<"years", "months", "weeks", "hours", "mins">(shifts.tiny, 1, 1, 1, 1)),
            "2 years 1 mon 7 days 01:01:00");
  EXPECT_EQ(value(make_time(shifts.tiny, 3, 4.5)), "02:03:04.5");
  EXPECT_EQ(value(make_timestamp(2024, shifts.tiny, 3, 4, 5, 6)), "2024-02-03 04:05:06");
  EXPECT_EQ(value(make_timestamptz(2024, shifts.tiny, 3, 4, 5, 6, "UTC") > shifts.began), "false");
  EXPECT_EQ(value(make_timestamptz(2024, shifts.tiny, 3, 4, 5, 6) > shifts.began), "false");
  EXPECT_EQ(value(date_part<"epoch">(shifts.pause)), "93600");
  EXPECT_EQ(value(extract<"hour">(shifts.clock)), "10");
  EXPECT_EQ(value(extract<"minute">(shifts.far)), "30");
  EXPECT_EQ(value(extract<"day">(shifts.pause)), "1");
  EXPECT_EQ(value(date_trunc<"hour">(shifts.clock)), "10:00:00");
  EXPECT_EQ(value(date_trunc<"day">(shifts.pause)), "1 day");
  EXPECT_EQ(value(date_bin(interval{.microseconds = 3600000000}, shifts.noted, shifts.noted)), "2024-02-28 12:00:00");
  EXPECT_EQ(value(date_bin(interval{.days = 1}, shifts.began, shifts.ended) < shifts.began), "true");
  EXPECT_EQ(value(at_time_zone(to_timestamp(shifts.days), "UTC")), "1970-01-01 00:00:30");
  EXPECT_EQ(value(to_date(concat("2024-03-", shifts.tiny), "YYYY-MM-DD")), "2024-03-02");
  EXPECT_EQ(value(to_timestamp(concat("2024-03-", shifts.tiny), "YYYY-MM-DD") > shifts.began), "true");
  EXPECT_EQ(value(local_timestamp() > shifts.noted), "true");
  EXPECT_NE(value(local_timestamp()), "NULL");
  EXPECT_NE(value(local_time()), "NULL");
  EXPECT_EQ(value(statement_timestamp() > shifts.began), "true");
}

}  // namespace
