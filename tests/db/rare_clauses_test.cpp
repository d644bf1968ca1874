// SPDX-License-Identifier: BSL-1.0
//
// Clauses that most selects do without, on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/rows.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct sales_table {
  static constexpr auto table = pg::table("sales");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::text("city").not_null()> city{};
  col<Mode, pg::text("kind").not_null()> kind{};
  col<Mode, pg::integer("amount").not_null()> amount{};
};
constexpr virga::table<sales_table> sales;

class rare_clauses : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new virga::database(tests::fresh_database());
    create_tables(*db_, sales);
    insert_into(sales)
        .values(std::vector<infer_insert<sales>>{{.id = 1, .city = "Rome", .kind = "tea", .amount = 1},
                                                 {.id = 2, .city = "Rome", .kind = "milk", .amount = 2},
                                                 {.id = 3, .city = "Oslo", .kind = "tea", .amount = 4}})
        .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static virga::database* db_ = nullptr;
  virga::database& db = *db_;
};

TEST_F(rare_clauses, rollup_and_cube) {
  const auto level = grouping(sales.city, sales.kind);
  const auto sums = select(sales.city, sales.kind, sum(sales.amount), level.as("level"_name)).from(sales);
  EXPECT_EQ(tests::rows(db, sums.group_by(rollup(sales.city, sales.kind)).order_by(sales.city, sales.kind)),
            "Oslo tea 4 0, Oslo - 4 1, Rome milk 2 0, Rome tea 1 0, Rome - 3 1, - - 7 3");
  EXPECT_EQ(
      tests::rows(db, sums.group_by(cube(sales.city, sales.kind)).having(level != 0).order_by(sales.city, sales.kind)),
      "Oslo - 4 1, Rome - 3 1, - milk 2 2, - tea 5 2, - - 7 3");
  EXPECT_EQ(tests::rows(db, sums.group_by(sales.city, cube(sales.kind)).order_by(sales.city, sales.kind).limit(2)),
            "Oslo tea 4 0, Oslo - 4 1");
}

TEST_F(rare_clauses, grouping_sets) {
  const auto query = select(sales.id, sales.city, sales.kind, count())
                         .from(sales)
                         .group_by(grouping_sets(set(sales.id), set(sales.id, sales.kind)))
                         .order_by(sales.id, sales.kind)
                         .limit(2);
  EXPECT_EQ(tests::rows(db, query), "1 Rome tea 1, 1 Rome - 1") << "the key is in all sets";
  const auto totals = select(sales.city, count()).from(sales).group_by(grouping_sets(sales.city, set()));
  EXPECT_EQ(tests::rows(db, totals.order_by(sales.city)), "Oslo 1, Rome 2, - 3");
  EXPECT_EQ(tests::rows(db, select(sales.city, count())
                                .from(sales)
                                .group_by(grouping_sets(rollup(set(sales.city, sales.kind)), cube(sales.city)))
                                .order_by(sales.city, desc(count()))),
            "Oslo 1, Oslo 1, Rome 2, Rome 1, Rome 1, - 3, - 3");
}

TEST_F(rare_clauses, expressions_that_are_grouped_in_sets) {
  const auto name = coalesce(upper(sales.city), sales.kind);
  const auto query = select(name.as("name"_name), lower(name).as("low"_name), grouping(name).as("all"_name), count())
                         .from(sales)
                         .group_by(rollup(name))
                         .order_by("name"_name);
  EXPECT_EQ(tests::rows(db, query), "OSLO oslo 0 1, ROME rome 0 2, - - 1 3");
}

TEST_F(rare_clauses, joins_using_columns) {
  constexpr auto other = sales.as("other"_name);
  EXPECT_EQ(
      tests::rows(
          db, select(sales.id, other.id).from(sales).inner_join(other, using_(sales.city)).where(sales.id < other.id)),
      "1 2");
  constexpr auto third = sales.as("third"_name);
  EXPECT_EQ(tests::rows(db, select(third.id)
                                .from(sales)
                                .inner_join(other, sales.id == other.id)
                                .left_join(third, using_(other.city, other.kind))
                                .order_by(third.id)),
            "1, 2, 3")
      << "two tables before have these columns";
}

TEST_F(rare_clauses, samples) {
  EXPECT_EQ(select().from(sales.tablesample(sampling::system, 100)).order_by(sales.id).all(db).at(2).city, "Oslo");
  EXPECT_TRUE(select().from(sales.tablesample(sampling::bernoulli, 0)).all(db).empty());
  const auto some =
      select(sales.id).from(sales.as("s"_name).tablesample(sampling::bernoulli, 50.5).repeatable(7)).cross_join(sales);
  EXPECT_EQ(tests::rows(db, some.order_by(sales.id)), tests::rows(db, some.order_by(sales.id)));
  const auto rows = select()
                        .from(sales.tablesample(sampling::bernoulli, 100))
                        .left_join(sales.as("o"_name), sql<bool>("false"_sql))
                        .all(db);
  ASSERT_EQ(rows.size(), 3U);
  const auto& [one, none] = rows[0];
  EXPECT_EQ(one.id, 1);
  EXPECT_FALSE(none);
}

TEST_F(rare_clauses, fetches_with_ties) {
  const auto query = select(sales.id).from(sales).order_by(sales.city == "Rome");
  EXPECT_EQ(query.fetch_first(1).all(db).size(), 1U);
  EXPECT_EQ(query.fetch_first(2).with_ties().all(db).size(), 3U);
  EXPECT_EQ(query.fetch_first(1).with_ties().offset(1).all(db).size(), 2U);
}

TEST_F(rare_clauses, common_table_expressions_under_another_name) {
  const auto cities =
      cte("cities"_name).as(select(sales.city, sum(sales.amount).as("total"_name)).from(sales).group_by(sales.city));
  const auto better = cities.as("better"_name);
  EXPECT_EQ(tests::rows(db, with(cities)
                                .select(cities[sales.city], better[sales.city])
                                .from(cities)
                                .left_join(better, better["total"_name] > cities["total"_name])
                                .order_by(cities[sales.city])),
            "Oslo -, Rome Oslo");
  const auto numbers = cte("numbers"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](const auto& before) {
    const auto last = before.as("last"_name);
    return select((last["n"_name] * 2).as("n"_name)).from(last).where(last["n"_name] < 5);
  });
  EXPECT_EQ(tests::rows(db, with(numbers).select(numbers["n"_name]).from(numbers)), "1, 2, 4, 8");
}

TEST_F(rare_clauses, queries_that_are_extended_twice) {
  const auto change = update(sales).set(sales.amount = sales.amount + 0);
  EXPECT_EQ(change.where(sales.id == 1).run(db), 1U);
  EXPECT_EQ(tests::rows(db, change.where(sales.id > 1).returning(sales.amount)), "2, 4");
  EXPECT_EQ(count_rows(select(sales.city).from(sales).group_by(rollup(sales.city)), db), 3);
  const auto removal = delete_from(sales);
  EXPECT_EQ(removal.where(sales.id > 5).run(db), 0U);
}

}  // namespace
