// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/listed.hpp"
#include "support/tables.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/time.hpp"
#include "virga/types/timestamp.hpp"

namespace {

using namespace virga;
using tests::is;
using tests::may_be_null;
using tests::readings;
using tests::users;

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
  col<Mode, pg::text("zone").not_null()> zone{};
  col<Mode, pg::smallint("tiny").not_null()> tiny{};
  col<Mode, pg::integer("days")> days{};
};
constexpr virga::table<shifts_table> shifts;

template <class Expression>
std::string listed(const Expression& expression) {
  return tests::listed_in(shifts, expression);
}

TEST(time, operators_have_their_sql) {
  EXPECT_EQ(listed(shifts.began + interval{.days = 1}), R"("shifts"."began" + $1::interval)");
  EXPECT_EQ(listed(interval{.days = 1} + shifts.began), R"($1::interval + "shifts"."began")");
  EXPECT_EQ(listed(shifts.day + 7), R"("shifts"."day" + $1::integer)");
  EXPECT_EQ(listed(shifts.ended - shifts.began), R"("shifts"."ended" - "shifts"."began")");
  EXPECT_EQ(listed(-shifts.pause * 2), R"(-"shifts"."pause" * $1::integer)");
  EXPECT_EQ(listed(shifts.day - (shifts.day - 7)), R"("shifts"."day" - ("shifts"."day" - $1::integer))");
  EXPECT_EQ(listed((shifts.ended - shifts.began) / 2.5),
            R"(("shifts"."ended" - "shifts"."began") / $1::double precision)");
}

TEST(time, operators_have_the_types_that_postgresql_gives) {
  constexpr interval hour{.microseconds = 3600000000};
  EXPECT_TRUE(is<types::timestamp>(shifts.day + hour) && is<types::timestamp>(hour + shifts.noted));
  EXPECT_TRUE(is<types::timestamptz>(shifts.began - hour) && is<types::time>(shifts.clock + hour));
  EXPECT_TRUE(is<types::timetz>(shifts.far - hour) && is<types::interval>(shifts.pause - hour));
  EXPECT_TRUE(is<types::date>(shifts.day - shifts.tiny) && is<types::date>(7 + shifts.day));
  EXPECT_TRUE(is<types::integer>(shifts.day - shifts.day) && is<types::interval>(shifts.day - shifts.began));
  EXPECT_TRUE(is<types::interval>(shifts.noted - shifts.began) && is<types::interval>(shifts.clock - shifts.clock));
  EXPECT_TRUE(is<types::timestamp>(shifts.day + shifts.clock) && is<types::timestamptz>(shifts.far + shifts.day));
  EXPECT_TRUE(is<types::interval>(2.5 * shifts.pause) && is<types::interval>(shifts.pause / 3));
  EXPECT_TRUE(is<types::interval>(sum(shifts.pause)) && is<types::interval>(avg(shifts.pause)));
}

TEST(time, operators_are_null_where_a_side_is) {
  EXPECT_TRUE(may_be_null(shifts.ended - shifts.began) && may_be_null(shifts.day + shifts.days));
  EXPECT_FALSE(may_be_null(shifts.day + 7) || may_be_null(shifts.pause * 2) || may_be_null(-shifts.pause));
  EXPECT_TRUE(may_be_null(sum(shifts.pause)));
}

TEST(time, zones_change_the_type_both_ways) {
  EXPECT_EQ(listed(at_time_zone(shifts.began, "Europe/Vienna")), R"("shifts"."began" at time zone $1::text)");
  EXPECT_EQ(listed(at_time_zone(shifts.began, shifts.zone)), R"("shifts"."began" at time zone "shifts"."zone")");
  EXPECT_EQ(listed(at_time_zone(at_time_zone(shifts.noted, "UTC"), interval{.microseconds = 3600000000})),
            R"(("shifts"."noted" at time zone $1::text) at time zone $2::interval)");
  EXPECT_EQ(listed(at_time_zone(shifts.began + shifts.pause, "UTC")),
            R"(("shifts"."began" + "shifts"."pause") at time zone $1::text)");
  EXPECT_TRUE(is<types::timestamp>(at_time_zone(shifts.began, "UTC")) &&
              is<types::timestamptz>(at_time_zone(shifts.noted, "UTC")));
  EXPECT_TRUE(is<types::timestamp>(at_time_zone(shifts.day, "UTC")) &&
              is<types::timetz>(at_time_zone(shifts.clock, "UTC")));
  EXPECT_TRUE(may_be_null(at_time_zone(shifts.ended, "UTC")));
  EXPECT_FALSE(may_be_null(at_time_zone(shifts.began, shifts.zone)));
}

TEST(time, functions_have_their_sql) {
  EXPECT_EQ(listed(make_interval<"days", "secs">(shifts.days, 1.5)),
            R"(make_interval(days => "shifts"."days", secs => $1::double precision))");
  EXPECT_EQ(listed(date_part<"epoch">(shifts.pause)), R"(date_part('epoch', "shifts"."pause"))");
  EXPECT_EQ(listed(date_bin(interval{.days = 7}, shifts.began, now())),
            R"(date_bin($1::interval, "shifts"."began", now()))");
  EXPECT_EQ(listed(local_timestamp()), "localtimestamp");
  EXPECT_TRUE(is<types::timestamp>(date_bin(interval{.days = 7}, shifts.noted, shifts.noted)));
  EXPECT_TRUE(is<types::interval>(date_trunc<"hour">(shifts.clock)) && is<types::interval>(age(shifts.began)));
  EXPECT_TRUE(may_be_null(make_interval<"days">(shifts.days)) && may_be_null(age(shifts.ended, shifts.began)));
  EXPECT_FALSE(may_be_null(age(shifts.began)) || may_be_null(local_time()));
}

}  // namespace
