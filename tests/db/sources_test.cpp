// SPDX-License-Identifier: BSL-1.0
//
// Functions and lists of rows in FROM, on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/rows.hpp"
#include "virga/types/interval.hpp"
#include "virga/types/nested_array.hpp"
#include "virga/types/timestamp.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::text("text").not_null()> text{};
  col<Mode, pg::text("tags").array().not_null()> tags{};
  col<Mode, pg::jsonb("items")> items{};
};
constexpr virga::table<notes_table> notes;

constexpr sql_table_function<
    "top_notes", sql_rows<sql_column<"id", std::int64_t>, sql_column<"tag", std::optional<std::string>>>(int)>
    top_notes;
constexpr sql_table_function<"repeated", std::string(std::string, int)> repeated;

class sources : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    db_ = new virga::database(tests::fresh_database());
    create_tables(*db_, notes);
    insert_into(notes)
        .values(notes.text = "one two", notes.tags = std::vector<std::string>{"a", "b"},
                notes.items = "[1, null, \"x\"]")
        .run(*db_);
    insert_into(notes).values(notes.text = "three", notes.tags = std::vector<std::string>{}).run(*db_);
    db_->transaction([](auto& tx) {
      tx.pqxx().exec(
          "create function top_notes(n integer) returns table(id bigint, tag text) language sql as "
          "'select id, tags[1] from notes order by id limit n'");
      tx.pqxx().exec(
          "create function repeated(t text, n integer) returns setof text language sql strict as "
          "'select t from generate_series(1, n)'");
    });
  }
  static void TearDownTestSuite() { delete db_; }
  inline static virga::database* db_ = nullptr;
  virga::database& db = *db_;
};

TEST_F(sources, series) {
  const auto n = generate_series(1, 7, 3).as("n"_name);
  EXPECT_EQ(tests::rows(db, select(n.value()).from(n)), "1, 4, 7");
  const auto wide = generate_series(std::int64_t{1} << 40, (std::int64_t{1} << 40) + 1).as("n"_name, "value"_name);
  EXPECT_EQ(tests::rows(db, select().from(wide)), "1099511627776, 1099511627777");
  const auto exact = generate_series(cast<decimal>(1), 2).with_ordinality().as("n"_name);
  EXPECT_EQ(tests::rows(db, select(exact.value(), exact.ordinality()).from(exact)), "1 1, 2 2");
  const auto none = generate_series(3, 1).as("none"_name);
  EXPECT_EQ(tests::rows(db, select(n.value(), none.value()).from(n).left_join(none, none.value() == n.value())),
            "1 -, 4 -, 7 -");
  const auto of_null = generate_series(sql<std::optional<int>>("null::integer"_sql), 3).as("n"_name);
  EXPECT_EQ(tests::rows(db, select(of_null.value()).from(of_null)), "");
}

TEST_F(sources, series_of_moments) {
  using namespace std::chrono;
  const sys_time<microseconds> first{sys_days{2024y / January / 31}};
  const auto at = generate_series(first, first + days(2), virga::interval{.days = 1}).as("at"_name);
  EXPECT_EQ(tests::rows(db, select(cast<std::string>(cast<sys_days>(at.value())).as("day"_name)).from(at)),
            "2024-01-31, 2024-02-01, 2024-02-02");
  const std::chrono::local_time<microseconds> local{local_days{2024y / January / 1}};
  const auto hour =
      generate_series(local, local + hours(1), virga::interval{.microseconds = 3600000000}).as("hour"_name);
  EXPECT_EQ(tests::rows(db, select(cast<std::string>(hour.value()).as("hour"_name)).from(hour)),
            "2024-01-01 00:00:00, 2024-01-01 01:00:00");
}

TEST_F(sources, what_stands_in_earlier_tables) {
  const auto word = regexp_split_to_table(notes.text, "\\s+").with_ordinality().as("word"_name);
  EXPECT_EQ(tests::rows(db, select(notes.id, word.value(), word.ordinality())
                                .from(notes)
                                .cross_join(word)
                                .order_by(notes.id, word.ordinality())),
            "1 one 1, 1 two 2, 2 three 1");
  const auto tag = unnest(notes.tags).as("tag"_name);
  EXPECT_EQ(tests::rows(db, select(notes.id, tag.value())
                                .from(notes)
                                .left_join(tag, sql<bool>("true"_sql))
                                .order_by(notes.id, tag.value())),
            "1 a, 1 b, 2 -");
  const auto item = jsonb_array_elements(notes.items).as("item"_name);
  EXPECT_EQ(tests::rows(db, select(item.value()).from(notes).cross_join(item)), "1, null, \"x\"");
  const auto text = jsonb_array_elements_text(notes.items).as("item"_name);
  EXPECT_EQ(tests::rows(db, select(text.value()).from(notes).cross_join(text)), "1, -, x");
}

TEST_F(sources, arrays_that_are_bound) {
  const auto pair =
      unnest(std::vector<std::string>{"a'b", "{\"c\\"}, std::vector<int>{1}).as("pair"_name, "name"_name, "age"_name);
  EXPECT_EQ(tests::rows(db, select().from(pair)), "a'b 1, {\"c\\ -");
  const auto maybe = unnest(std::vector<std::optional<int>>{1, std::nullopt}).as("maybe"_name);
  EXPECT_EQ(tests::rows(db, select(maybe.value()).from(maybe)), "1, -");
  const auto nothing = unnest(std::vector<int>{}).as("nothing"_name);
  EXPECT_EQ(tests::rows(db, select(nothing.value()).from(nothing)), "");
}

TEST_F(sources, functions_of_the_program) {
  const auto top = top_notes(5).as("top"_name);
  EXPECT_EQ(tests::rows(db, select(top["id"_name], top["tag"_name]).from(top)), "1 a, 2 -");
  const auto again = repeated(notes.text, 2).as("again"_name, "text"_name);
  EXPECT_EQ(tests::rows(db, select(again.value()).from(notes).cross_join(again).where(notes.id == 2)), "three, three");
}

TEST_F(sources, written_rows) {
  const auto v =
      virga::values(row(null, "a'b", 1), row(std::optional(2), "$1", std::int64_t{2}), row(std::optional<int>(), "", 3))
          .as("v"_name, "id"_name, "name"_name, "place"_name);
  EXPECT_EQ(tests::rows(db, select().from(v).order_by(v["place"_name])), "- a'b 1, 2 $1 2, -  3");
  const auto key =
      virga::values(row("text", notes.text), row("tag", sql<std::string>("coalesce({}[1], '')"_sql, notes.tags)))
          .as("v"_name, "key"_name, "value"_name);
  EXPECT_EQ(tests::rows(db, select(notes.id, key["key"_name], key["value"_name])
                                .from(notes)
                                .cross_join(lateral(key))
                                .order_by(notes.id, key["key"_name])),
            "1 tag a, 1 text one two, 2 tag , 2 text three");
}

TEST_F(sources, in_changes) {
  const auto v = virga::values(row(std::int64_t{2}, "new")).as("v"_name, "id"_name, "text"_name);
  db.transaction([&](auto& tx) {
    EXPECT_EQ(update(notes).set(notes.text = v["text"_name]).from(v).where(notes.id == v["id"_name]).run(tx), 1U);
    const auto id = unnest(std::vector<std::int64_t>{2, 3}).as("gone"_name, "id"_name);
    const auto [text] = delete_from(notes).using_(id).where(notes.id == id.value()).returning(notes.text).one(tx);
    EXPECT_EQ(text, "new");
    const auto n = generate_series(1, 3).as("n"_name);
    EXPECT_EQ(insert_into(notes)
                  .columns(notes.text, notes.tags)
                  .select(select(cast<std::string>(n.value()).as("t"_name),
                                 sql<std::vector<std::string>>("'{{}}'::text[]"_sql))
                              .from(n))
                  .run(tx),
              3U);
  });
}

}  // namespace
