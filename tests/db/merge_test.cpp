// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/rows.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct stock_table {
  static constexpr auto table = pg::table("stock");
  col<Mode, pg::integer("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::text("name").not_null().unique()> name{};
  col<Mode, pg::integer("n").not_null().default_value(1)> n{};
};
constexpr virga::table<stock_table> stock;

class merges : public ::testing::Test {
 protected:
  merges() {
    if (server_version() < 150000) return;
    create_tables(db, stock);
    insert_into(stock)
        .values(std::vector<infer_insert<stock>>{{.name = "tea", .n = 5}, {.name = "milk", .n = 2}, {.name = "rum"}})
        .run(db);
  }
  void SetUp() override {
    if (server_version() < 150000) GTEST_SKIP() << "MERGE is PostgreSQL 15's";
  }
  int server_version() {
    return std::stoi(select(sql<std::string>("current_setting('server_version_num')"_sql)).one(db).get<0>());
  }
  std::string all() { return tests::rows(db, select(stock.id, stock.name, stock.n).from(stock).order_by(stock.id)); }
  database db{tests::fresh_database()};
};

TEST_F(merges, rows_that_are_written) {
  const auto news = virga::values(row("tea", 3), row("milk", -2), row("rum", 0), row("salt", 7), row("air", 0))
                        .as("news"_name, "name"_name, "n"_name);
  const auto query = merge_into(stock)
                         .using_(news)
                         .on(stock.name == news["name"_name])
                         .when_not_matched(news["n"_name] == 0)
                         .do_nothing()
                         .when_matched(stock.n + news["n"_name] == 0)
                         .then_delete()
                         .when_matched(news["n"_name] == 0)
                         .do_nothing()
                         .when_not_matched()
                         .then_insert(stock.name = news["name"_name], stock.n = news["n"_name])
                         .when_matched()
                         .then_update(stock.n = stock.n + news["n"_name]);
  for (const std::string& difference : virga::testing::verify(db, query)) ADD_FAILURE() << difference;
  EXPECT_EQ(query.run(db), 3U);
  EXPECT_EQ(all(), "1 tea 8, 3 rum 1, 4 salt 7");
}

TEST_F(merges, a_query_with_identities) {
  const auto old = stock.as("old"_name);
  const auto twice = select((old.id + 10).as("id"_name), concat(old.name, "'s").as("name"_name))
                         .from(old)
                         .where(old.n > 1)
                         .as("twice"_name);
  EXPECT_EQ(merge_into(stock)
                .using_(twice)
                .on(stock.id == twice["id"_name])
                .when_not_matched()
                .overriding_system_value()
                .then_insert(stock.id = twice["id"_name], stock.name = twice["name"_name])
                .run(db),
            2U);
  EXPECT_EQ(all(), "1 tea 5, 2 milk 2, 3 rum 1, 11 tea's 1, 12 milk's 1");
}

TEST_F(merges, a_common_table_expression) {
  const auto old = stock.as("old"_name);
  const auto few = cte("few"_name).as(select(old.id).from(old).where(old.n < 2));
  EXPECT_EQ(with(few).merge_into(stock).using_(few).on(stock.id == few[old.id]).when_matched().then_delete().run(db),
            1U);
  EXPECT_EQ(all(), "1 tea 5, 2 milk 2");
}

TEST_F(merges, two_rows_that_change_one) {
  const auto news = virga::values(row("tea"), row("tea")).as("news"_name, "name"_name);
  try {
    merge_into(stock).using_(news).on(stock.name == news["name"_name]).when_matched().then_update(stock.n = 0).run(db);
    FAIL() << "which of them?";
  } catch (const database_error& error) {
    EXPECT_EQ(error.sqlstate(), "21000");
  }
}

TEST_F(merges, joined_tables) {
  const auto news = virga::values(row("tea", 3), row("milk", 4)).as("news"_name, "name"_name, "n"_name);
  const auto limits = virga::values(row("tea", 6)).as("limits"_name, "name"_name, "most"_name);
  const auto query = merge_into(stock)
                         .using_(news)
                         .left_join(limits, limits["name"_name] == news["name"_name])
                         .on(stock.name == news["name"_name])
                         .when_matched()
                         .then_update(stock.n = least(stock.n + news["n"_name], coalesce(limits["most"_name], 100)));
  EXPECT_EQ(query.run(db), 2U);
  EXPECT_EQ(all(), "1 tea 6, 2 milk 6, 3 rum 1");
}

TEST_F(merges, return_rows_where_the_server_can) {
  const auto news = virga::values(row("tea", 3), row("salt", 7)).as("news"_name, "name"_name, "n"_name);
  const auto query = merge_into(stock)
                         .using_(news)
                         .on(stock.name == news["name"_name])
                         .when_matched()
                         .then_update(stock.n = stock.n + news["n"_name])
                         .when_not_matched()
                         .then_insert(stock.name = news["name"_name], stock.n = news["n"_name])
                         .returning(merge_action(), stock.name, stock.n, news["n"_name]);
  if (server_version() < 170000) {
    try {
      (void)query.all(db);
      ADD_FAILURE();
    } catch (const database_error& refused) {
      EXPECT_EQ(refused.sqlstate(), "42601");
    }
    EXPECT_EQ(all(), "1 tea 5, 2 milk 2, 3 rum 1");
  } else {
    EXPECT_EQ(tests::rows(db, query), "UPDATE tea 8 3, INSERT salt 7 7");
  }
}

}  // namespace
