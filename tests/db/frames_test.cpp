// SPDX-License-Identifier: BSL-1.0
//
// Frames that are counted in values of the order's key, as the server counts them.
#include <gtest/gtest.h>

#include <string>

#include "support/database.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/time.hpp"

namespace {

using namespace virga;
using namespace virga::literals;

template <class Mode>
struct readings_table {
  static constexpr auto table = pg::table("readings");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::date("day").not_null()> day{};
  col<Mode, pg::timestamptz("at").not_null()> at{};
  col<Mode, pg::time("clock").not_null()> clock{};
  col<Mode, pg::numeric("price", 10, 2).not_null()> price{};
  col<Mode, pg::double_precision("heat").not_null()> heat{};
};
inline constexpr virga::table<readings_table> readings;

class frames : public ::testing::Test {
 protected:
  virga::database db{tests::fresh_database()};

  void SetUp() override {
    create_tables(db, readings);
    db.transaction([](auto& tx) {
      tx.pqxx().exec(
          "insert into readings select i, date '2024-01-01' + i * i, timestamptz '2024-01-01 00:00:00Z' + i * i * "
          "interval '1 hour', time '00:00' + i * i * interval '1 minute', i * i, i * i / 10.0 from "
          "generate_series(1, 4) i");
    });
  }
  /// How many rows each reading sees.
  template <class Window>
  std::string seen(const Window& window) {
    const auto query = select(count().over(window).as("n"_name)).from(readings).order_by(readings.id);
    for (const std::string& difference : virga::testing::verify(db, query)) ADD_FAILURE() << difference;
    std::string all;
    for (const auto& row : query.all(db)) all += std::to_string(row["n"_name]);
    return all;
  }
};

// the keys are 1, 4, 9 and 16 of something
TEST_F(frames, in_numbers) {
  EXPECT_EQ(seen(order_by(readings.price).range_between(preceding(5), current_row)), "1221");
  EXPECT_EQ(seen(order_by(readings.price).range_between(preceding(decimal("6.99")), following(2.5))), "1221");
  EXPECT_EQ(seen(order_by(desc(readings.price)).range_between(preceding(5), current_row)), "2211");
  EXPECT_EQ(seen(order_by(readings.heat).range_between(unbounded_preceding, following(0.5))), "2334");
}

TEST_F(frames, in_time) {
  const virga::interval days{.days = 5}, hours{.microseconds = 5 * 3'600'000'000};
  EXPECT_EQ(seen(order_by(readings.day).range_between(preceding(days), current_row)), "1221");
  EXPECT_EQ(seen(order_by(readings.at).range_between(preceding(hours), following(hours))), "2321");
  EXPECT_EQ(seen(partition_by(readings.id).order_by(readings.at).range_between(preceding(hours), current_row)), "1111");
  EXPECT_EQ(seen(order_by(readings.clock)
                     .range_between(preceding(virga::interval{.microseconds = 5 * 60'000'000}), current_row)),
            "1221");
  EXPECT_THROW(seen(order_by(readings.day).range_between(preceding(virga::interval{.days = -1}), current_row)),
               virga::database_error);
}

// what stands in for a row that is not there: never null, where neither side is
TEST_F(frames, rows_that_are_not_there) {
  const auto query = select(lag(readings.id, 1, 7).over(order_by(readings.id)).as("before"_name),
                            lead(readings.price, 2, readings.price).over(order_by(readings.id)).as("after"_name),
                            lag(readings.id, 1, nullif(readings.id, 1)).over(order_by(readings.id)).as("null"_name))
                         .from(readings)
                         .order_by(readings.id);
  EXPECT_EQ(virga::testing::verify(db, query), std::vector<std::string>());
  using row = row_type<decltype(query)>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::int32_t>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, decimal>);
  static_assert(std::same_as<std::tuple_element_t<2, row>, std::optional<std::int32_t>>);
  std::string all;
  for (const auto& [before, after, null] : query.all(db))
    all += std::to_string(before) + after.text() + (null ? "+ " : "- ");
  EXPECT_EQ(all, "79.00- 116.00+ 29.00+ 316.00+ ");
}

}  // namespace
