// SPDX-License-Identifier: BSL-1.0
//
// Rows compared on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct seats_table {
  static constexpr auto table = pg::table("seats");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::varchar("row", 3).not_null()> line{};
  col<Mode, pg::smallint("place")> place{};
  col<Mode, pg::date("from").not_null()> from{};
  col<Mode, pg::date("to").not_null()> to{};
};
constexpr virga::table<seats_table> seats;

class row_comparison : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new database(tests::fresh_database());
    create_tables(*db_, seats);
    const std::vector<infer_insert<seats>> all{
        {.id = 1, .line = "A", .place = 1, .from = day(1), .to = day(5)},
        {.id = 2, .line = "A", .place = 2, .from = day(5), .to = day(9)},
        {.id = 3, .line = "B", .place = 1, .from = day(2), .to = day(3)},
        {.id = 4, .line = "B,\"", .place = {}, .from = day(7), .to = day(8)},
    };
    insert_into(seats).values(all).run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static database* db_ = nullptr;

  static types::date::value day(int n) { return types::date::value(std::chrono::days(19000 + n)); }
  template <class Predicate>
  static std::vector<int> found(const Predicate& predicate) {
    std::vector<int> ids;
    for (const auto& row : select(seats.id).from(seats).where(predicate).order_by(seats.id).all(*db_))
      ids.push_back(row.id);
    return ids;
  }
};
using ids = std::vector<int>;

TEST_F(row_comparison, goes_from_the_left) {
  const auto seat = row_of(seats.line, seats.place);
  EXPECT_EQ(found(seat == row_of("A", 2)), ids{2});
  EXPECT_EQ(found(seat > row_of("A", 1)), (ids{2, 3, 4}));
  EXPECT_EQ(found(row_of("A", 2) >= seat), (ids{1, 2}));
  EXPECT_EQ(found(seat < row_of("B", 2)), (ids{1, 2, 3}));
  EXPECT_EQ(found(seat <= row_of("A", 1)), (ids{1}));
  EXPECT_EQ(found(seat != row_of("A", 1)), (ids{2, 3, 4}));
  EXPECT_EQ(found(is_distinct_from(seat, row_of("B", 1))), (ids{1, 2, 4}));
  EXPECT_EQ(found(is_not_distinct_from(seat, seat)), (ids{1, 2, 3, 4}));
}

TEST_F(row_comparison, looks_in_lists_and_queries) {
  const auto seat = row_of(seats.line, seats.place);
  const std::vector<std::tuple<std::string, int>> some{{"A", 2}, {"B", 1}, {"A", 7}};
  EXPECT_EQ(found(in_(seat, some)), (ids{2, 3}));
  EXPECT_EQ(found(not_in(seat, some)), (ids{1, 4}));
  EXPECT_EQ(found(in_(seat, std::vector<std::tuple<std::string, int>>())), ids());
  EXPECT_EQ(found(not_in(seat, std::vector<std::tuple<std::string, int>>())), (ids{1, 2, 3, 4}));
  EXPECT_EQ(found(in_(row_of(seats.line, seats.id), {row_of("B,\"", 4), row_of("B", 4)})), ids{4});
  const auto other = seats.as("other"_name);
  EXPECT_EQ(found(in_(seat, select(other.line, other.id).from(other))), (ids{1, 2}));
  EXPECT_EQ(
      found(not_in(row_of(seats.line, seats.from), select(other.line, other.from).from(other).where(other.id > 1))),
      ids{1});
}

TEST_F(row_comparison, knows_periods) {
  EXPECT_EQ(found(overlaps(row_of(seats.from, seats.to), row_of(day(5), day(6)))), ids{2});
  EXPECT_EQ(found(overlaps(row_of(seats.from, seats.to), row_of(day(2), day(8)))), (ids{1, 2, 3, 4}));
}

}  // namespace
