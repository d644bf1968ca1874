// SPDX-License-Identifier: BSL-1.0
//
// Queries and sources written by hand, kept CTEs and counts, on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/rows.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct boxes_table {
  static constexpr auto table = pg::table("boxes");
  col<Mode, pg::integer("id").primary_key()> id{};
  col<Mode, pg::text("label").not_null()> label{};
  col<Mode, pg::integer("weight")> weight{};
};
constexpr virga::table<boxes_table> boxes;

class sql_by_hand : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new virga::database(tests::fresh_database());
    create_tables(*db_, boxes);
    insert_into(boxes)
        .values({{.id = 1, .label = "red", .weight = 5},
                 {.id = 2, .label = "blue"},
                 {.id = 3, .label = "green", .weight = 7}})
        .run(*db_);
  }
  static void TearDownTestSuite() { delete db_; }
  inline static virga::database* db_ = nullptr;
  virga::database& db = *db_;
};

constexpr auto heavy = sql_query<sql_column<"number", int>, sql_column<"grams", std::optional<int>>>(
    "select {}, {} * 1000 from {} where {} > {} order by 1"_sql, boxes.id, boxes.weight, boxes, boxes.id, 1);

TEST_F(sql_by_hand, runs) {
  EXPECT_EQ(tests::rows(db, heavy), "2 -, 3 7000");
  EXPECT_EQ((*heavy.first(db))["grams"_name], std::nullopt);
  EXPECT_EQ(db.count(heavy), 2);
  std::size_t seen = 0;
  for (const auto& row : heavy.stream(db)) seen += row["number"_name] > 0 ? 1 : 0;
  EXPECT_EQ(seen, 2U);
}

TEST_F(sql_by_hand, in_from_and_joins) {
  const auto named = heavy.as("heavy"_name);
  EXPECT_EQ(tests::rows(db, select(boxes.label, named["grams"_name])
                                .from(boxes)
                                .left_join(named, named["number"_name] == boxes.id)
                                .order_by(boxes.id)),
            "red -, blue -, green 7000");
  const auto twice = sql_query<sql_column<"n", std::optional<int>>>("select {} * 2"_sql, boxes.weight).as("twice"_name);
  EXPECT_EQ(
      tests::rows(db, select(boxes.id, twice["n"_name]).from(boxes).cross_join(lateral(twice)).order_by(boxes.id)),
      "1 10, 2 -, 3 14");
}

TEST_F(sql_by_hand, in_with) {
  const auto named = cte("heavy"_name).as(heavy);
  EXPECT_EQ(tests::rows(db, with(named).select(named["grams"_name]).from(named).where(named["number"_name] == 3)),
            "7000");
  const auto numbers =
      cte("numbers"_name).recursive(sql_query<sql_column<"n", int>>("select {}"_sql, 1), [](auto before) {
        return select((before["n"_name] + 1).as("n"_name)).from(before).where(before["n"_name] < 4);
      });
  EXPECT_EQ(tests::rows(db, with(numbers).select(numbers["n"_name]).from(numbers).order_by(numbers["n"_name])),
            "1, 2, 3, 4");
}

// A text may write, too; a stream that is left early does not undo that by cancelling it.
TEST_F(sql_by_hand, in_with_changes_rows) {
  const auto moved =
      cte("moved"_name)
          .as(sql_query<sql_column<"id", int>>(
              "insert into boxes select n, 'made' from generate_series(10, 2009) as n returning id"_sql));
  const auto many = with(moved).select(sql<int>("generate_series(1, 50)"_sql).as("n"_name)).from(moved);
  static_assert(!query::only_reads<std::remove_const_t<decltype(many)>>());
  static_assert(!query::only_reads<std::remove_const_t<decltype(heavy)>>());
  for (const auto& row : many.stream(db))
    if (row["n"_name] == 7) break;
  EXPECT_EQ(db.count(boxes, boxes.label == "made"), 2000);
  const auto deleted =
      sql_query<sql_column<"id", int>>("delete from {} where {} >= {} returning {}"_sql, boxes, boxes.id, 10, boxes.id);
  EXPECT_EQ(deleted.all(db).size(), 2000U);
}

TEST_F(sql_by_hand, in_set_operations_and_as_a_value) {
  const auto written = sql_query<sql_column<"id", int>>("values (1), (9)"_sql);
  const auto all = union_(select(boxes.id).from(boxes).where(boxes.id == 1), written).order_by(boxes.id);
  EXPECT_EQ(tests::rows(db, all), "1, 9");
  const auto last = scalar(sql_query<sql_column<"n", int>>("select max(id) from boxes"_sql));
  EXPECT_EQ(tests::rows(db, select(boxes.label).from(boxes).where(boxes.id == last)), "green");
}

TEST_F(sql_by_hand, rows_in_set_operations) {
  const auto more = virga::values(row(1, "red"), row(8, "white"), row(9, std::optional<std::string>()));
  EXPECT_EQ(tests::rows(db, union_(select(boxes.id, boxes.label).from(boxes), more).order_by(boxes.id)),
            "1 red, 2 blue, 3 green, 8 white, 9 -");
  EXPECT_EQ(tests::rows(db, intersect(more, select(boxes.id, boxes.label).from(boxes))), "1 red");
  EXPECT_EQ(tests::rows(db, except(more, select(boxes.id, boxes.label).from(boxes)).order_by("column1"_name)),
            "8 white, 9 -");
  const auto numbers =
      cte("numbers"_name).recursive_distinct(union_(virga::values(row(1)), virga::values(row(2))), [](auto before) {
        return select((before["column1"_name] * 2).as("n"_name)).from(before).where(before["column1"_name] < 5);
      });
  EXPECT_EQ(tests::rows(db, with(numbers).select(sum(numbers["column1"_name])).from(numbers)), "15");
}

TEST_F(sql_by_hand, sources) {
  const auto parts =
      sql_source<sql_column<"", std::string>>("regexp_split_to_table({}, {})"_sql, boxes.label, "e+").as("part"_name);
  EXPECT_EQ(tests::rows(db, select(boxes.id, parts.value()).from(boxes).cross_join(parts).where(boxes.id == 3)),
            "3 gr, 3 n");
  const auto both = sql_source<sql_column<"a", std::optional<int>>, sql_column<"b", std::optional<int>>>(
                        "rows from (generate_series(1, 2), generate_series(7, {}))"_sql, 9)
                        .with_ordinality()
                        .as("both"_name);
  EXPECT_EQ(tests::rows(db, select().from(both).order_by(both.ordinality())), "1 7 1, 2 8 2, - 9 3");
}

TEST_F(sql_by_hand, a_wrong_type_is_said_where_it_runs_by_itself) {
#ifndef NDEBUG
  EXPECT_THROW((void)(sql_query<sql_column<"n", std::int64_t>>("select 7::int"_sql).all(db)), decode_error);
#endif
  EXPECT_THROW((void)(sql_query<sql_column<"n", int>>("select 'x'::text"_sql).all(db)), decode_error);
  EXPECT_THROW((void)(sql_query<sql_column<"n", int>>("select null::int"_sql).all(db)), decode_error);
  EXPECT_THROW((void)(sql_query<sql_column<"n", int>>("select 1, 2"_sql).all(db)), virga::error);
  EXPECT_THROW((void)(sql_query<sql_column<"n", int>>("no query"_sql).all(db)), database_error);
}

TEST_F(sql_by_hand, one_with_begins_many_statements) {
  const auto light = cte("light"_name).as(select(boxes.id).from(boxes).where(boxes.weight < 6));
  const auto begun = with(light);
  const auto all = begun.select(light[boxes.id]).from(light);
  EXPECT_EQ(tests::rows(db, all), "1");
  EXPECT_EQ(tests::rows(db, begun.select(count()).from(light)), "1");
  db.transaction([&](auto& tx) {
    EXPECT_EQ(begun.delete_from(boxes).where(in_(boxes.id, select(light[boxes.id]).from(light))).run(tx), 1U);
    EXPECT_EQ(all.run(tx), 0U);
    tx.rollback();
  });
  EXPECT_EQ(tests::rows(db, all), "1");
}

TEST_F(sql_by_hand, counts_of_all_executors) {
  const auto of = [](auto& on) {
    EXPECT_EQ(on.count(boxes), 3);
    EXPECT_EQ(on.count(boxes, boxes.weight > 5), 1);
    EXPECT_EQ(on.count(boxes, when(false, boxes.weight > 5)), 3);
    EXPECT_EQ(on.count(boxes.as("b"_name)), 3);
    EXPECT_EQ(on.count(select_distinct(is_null(boxes.weight)).from(boxes)), 2);
  };
  of(db);
  auto held = db.acquire();
  of(held.connection());
  db.transaction([&](auto& tx) { of(tx); });
  auto begun = db.begin();
  of(begun);
  const auto line = std::source_location::current().line() + 2;
  try {
    (void)db.count(boxes, sql<bool>("1 / 0 = 1"_sql));
    ADD_FAILURE();
  } catch (const database_error& refused) {
    EXPECT_EQ(refused.where().line(), line);
  }
}

}  // namespace
