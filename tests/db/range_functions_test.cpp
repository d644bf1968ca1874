// SPDX-License-Identifier: BSL-1.0
//
// Operators and functions of ranges on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/value_of.hpp"
#include "virga/expr/range_functions.hpp"
#include "virga/types/timestamp_range.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;

template <class Mode>
struct stays_table {
  static constexpr auto table = pg::table("stays");
  col<Mode, pg::int4range("rooms").not_null()> rooms{};
  col<Mode, pg::daterange("days")> days{};
  col<Mode, pg::tstzrange("at").not_null()> at{};
  col<Mode, pg::tsrange("noted").not_null()> noted{};
  col<Mode, pg::int8range("wide").not_null()> wide{};
  col<Mode, pg::numrange("price").not_null()> price{};
  col<Mode, pg::int4multirange("many").not_null()> many{};
  col<Mode, pg::integer("room").not_null()> room{};
  col<Mode, pg::timestamptz("began").not_null()> began{};
  col<Mode, pg::timestamptz("ended")> ended{};
};
constexpr virga::table<stays_table> stays;

class range_functions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, stays);
    insert_into(stays)
        .values(stays.rooms = range<int>{10, 20}, stays.days = "[2024-01-01,2024-01-08)",
                stays.at = "[2024-01-01 00:00:00+00,)", stays.noted = "[2024-01-01 00:00:00,2024-01-02 00:00:00]",
                stays.wide = "[1,5)", stays.price = "(1.5,2.5]", stays.many = "{[1,3),[5,7)}", stays.room = 12,
                stays.began = "2024-01-01 12:00:00+00")
        .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;

  template <class Expression>
  std::string value(const Expression& expression) {
    return tests::value_of(*db_, stays, expression);
  }
};

TEST_F(range_functions, compare) {
  EXPECT_EQ(value(contains(stays.rooms, 12)), "true");
  EXPECT_EQ(value(contains(stays.rooms, stays.room)), "true");
  EXPECT_EQ(value(contains(stays.rooms, range<int>{12, 25})), "false");
  EXPECT_EQ(value(contains(stays.many, range<int>{1, 2})), "true");
  EXPECT_EQ(value(contains(stays.rooms, stays.many)), "false");
  EXPECT_EQ(value(contains(stays.at, now())), "true");
  EXPECT_EQ(value(contains(stays.price, decimal("2.50"))), "true");
  EXPECT_EQ(value(contained_by(stays.room, range<int>{1, 12})), "false");
  EXPECT_EQ(value(contained_by(stays.rooms, stays.many)), "false");
  EXPECT_EQ(value(contained_by(stays.began, stays.at)), "true");
  EXPECT_EQ(value(overlaps(stays.rooms, range<int>{19, 30})), "true");
  EXPECT_EQ(value(overlaps(stays.many, stays.rooms)), "false");
  EXPECT_EQ(value(strictly_left_of(stays.many, stays.rooms)), "true");
  EXPECT_EQ(value(strictly_right_of(stays.rooms, stays.many)), "true");
  EXPECT_EQ(value(not_right_of(stays.rooms, "[1,20)")), "true");
  EXPECT_EQ(value(not_left_of(stays.rooms, "[11,20)")), "false");
  EXPECT_EQ(value(adjacent(stays.many, range<int>{7, 9})), "true");
}

TEST_F(range_functions, put_together) {
  EXPECT_EQ(value(stays.rooms + range<int>{20, 25}), "[10,25)");
  EXPECT_EQ(value(stays.rooms * range<int>{15, 25}), "[15,20)");
  EXPECT_EQ(value(stays.rooms - range<int>{15, 25}), "[10,15)");
  EXPECT_EQ(value(stays.many + stays.many * stays.many - multirange(stays.rooms)), "{[1,3),[5,7)}");
  EXPECT_EQ(value(range_merge(stays.many)), "[1,7)");
  EXPECT_EQ(value(range_merge(stays.rooms, range<int>{1, 2})), "[1,20)");
  EXPECT_EQ(value(multirange(stays.wide)), "{[1,5)}");
  EXPECT_EQ(value(make_range(stays.room, 15)), "[12,15)");
  EXPECT_EQ(value(make_range<"[]">(1, stays.room)), "[1,13)");
  EXPECT_EQ(value(upper_inf(make_range(stays.began, stays.ended))), "true");
  EXPECT_EQ(value(make_range(cast<decimal>(stays.room), decimal("15.5"))), "[12,15.5)");
  EXPECT_EQ(value(range_agg(stays.rooms)), "{[10,20)}");
  EXPECT_EQ(value(range_intersect_agg(stays.days)), "[2024-01-01,2024-01-08)");
  EXPECT_EQ(value(range_agg(stays.many)), "{[1,3),[5,7)}");
  EXPECT_THROW((void)select(stays.rooms + range<int>{30, 40}).from(stays).all(*db_), data_exception);
}

TEST_F(range_functions, ask) {
  EXPECT_EQ(value(lower(stays.rooms)), "10");
  EXPECT_EQ(value(upper(stays.days)), "2024-01-08");
  EXPECT_EQ(value(lower(stays.noted)), "2024-01-01 00:00:00");
  EXPECT_EQ(value(upper(stays.at)), "NULL");
  EXPECT_EQ(value(lower(stays.price)), "1.5");
  EXPECT_EQ(value(upper(stays.many)), "7");
  EXPECT_EQ(value(isempty(stays.rooms * range<int>{1, 2})), "true");
  EXPECT_EQ(value(lower_inc(stays.price)), "false");
  EXPECT_EQ(value(upper_inc(stays.price)), "true");
  EXPECT_EQ(value(lower_inf(stays.many)), "false");
  EXPECT_EQ(value(upper_inf(stays.at)), "true");
}

}  // namespace
