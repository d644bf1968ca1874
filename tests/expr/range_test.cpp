// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/listed.hpp"
#include "support/tables.hpp"
#include "virga/expr/range_functions.hpp"
#include "virga/types/timestamp_range.hpp"

namespace {

using namespace virga;
using tests::is;
using tests::may_be_null;

template <class Mode>
struct stays_table {
  static constexpr auto table = pg::table("stays");
  col<Mode, pg::int4range("rooms").not_null()> rooms{};
  col<Mode, pg::daterange("days")> days{};
  col<Mode, pg::tstzrange("at").not_null()> at{};
  col<Mode, pg::int4multirange("many").not_null()> many{};
  col<Mode, pg::integer("room").not_null()> room{};
  col<Mode, pg::timestamptz("began").not_null()> began{};
  col<Mode, pg::timestamptz("ended")> ended{};
};
constexpr virga::table<stays_table> stays;

template <class Expression>
std::string listed(const Expression& expression) {
  return tests::listed_in(stays, expression);
}

TEST(ranges, are_compared_with_ranges_and_elements) {
  EXPECT_EQ(listed(contains(stays.rooms, 5)), R"("stays"."rooms" @> $1::integer)");
  EXPECT_EQ(listed(contains(stays.rooms, range<int>{1, 5})), R"("stays"."rooms" @> $1)");
  EXPECT_EQ(listed(contains(stays.rooms, stays.many)), R"("stays"."rooms" @> "stays"."many")");
  EXPECT_EQ(listed(contains(stays.many, stays.room)), R"("stays"."many" @> "stays"."room")");
  EXPECT_EQ(listed(contained_by(stays.room, range<int>{1, 5})), R"("stays"."room" <@ $1::int4range)");
  EXPECT_EQ(listed(contained_by(stays.room, stays.many)), R"("stays"."room" <@ "stays"."many")");
  EXPECT_EQ(listed(overlaps(stays.rooms, "[1,2)")), R"("stays"."rooms" && $1)");
  EXPECT_EQ(listed(strictly_left_of(stays.rooms, stays.many)), R"("stays"."rooms" << "stays"."many")");
  EXPECT_EQ(listed(strictly_right_of(stays.rooms, stays.rooms)), R"("stays"."rooms" >> "stays"."rooms")");
  EXPECT_EQ(listed(not_right_of(stays.rooms, stays.rooms)), R"("stays"."rooms" &< "stays"."rooms")");
  EXPECT_EQ(listed(not_left_of(stays.rooms, stays.rooms)), R"("stays"."rooms" &> "stays"."rooms")");
  EXPECT_EQ(listed(adjacent(stays.rooms + stays.rooms, stays.rooms)),
            R"("stays"."rooms" + "stays"."rooms" -|- "stays"."rooms")");
}

TEST(ranges, are_put_together) {
  EXPECT_EQ(listed(stays.rooms * range<int>{1, 5}), R"("stays"."rooms" * $1::int4range)");
  EXPECT_EQ(listed(stays.many - stays.many), R"("stays"."many" - "stays"."many")");
  EXPECT_EQ(listed(make_range(stays.began, stays.ended)), R"(tstzrange("stays"."began", "stays"."ended", '[)'))");
  EXPECT_EQ(listed(make_range<"[]">(1, stays.room)), R"(int4range($1::integer, "stays"."room", '[]'))");
  EXPECT_TRUE(is<types::int4range>(stays.rooms * stays.rooms) && is<types::int4multirange>(multirange(stays.rooms)));
  EXPECT_TRUE(is<types::int4range>(range_merge(stays.many)) &&
              is<types::daterange>(range_merge(stays.days, stays.days)));
  EXPECT_TRUE(is<types::tstzmultirange>(range_agg(stays.at)) &&
              is<types::int4multirange>(range_intersect_agg(stays.many)));
}

TEST(ranges, are_asked_for_their_bounds) {
  EXPECT_EQ(listed(lower(stays.days)), R"(lower("stays"."days"))");
  EXPECT_TRUE(is<types::date>(lower(stays.days)) && is<types::integer>(upper(stays.many)));
  EXPECT_EQ(listed(upper_inc(stays.rooms)), R"(upper_inc("stays"."rooms"))");
}

TEST(ranges, are_null_where_postgresql_may_say_so) {
  EXPECT_TRUE(may_be_null(lower(stays.rooms)) && may_be_null(isempty(stays.days)));
  EXPECT_TRUE(may_be_null(contains(stays.days, current_date())) && may_be_null(range_agg(stays.rooms)));
  EXPECT_FALSE(may_be_null(isempty(stays.rooms)) || may_be_null(contains(stays.at, now())) ||
               may_be_null(make_range(stays.began, stays.ended)));
}

}  // namespace
