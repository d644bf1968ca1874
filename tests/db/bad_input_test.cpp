// SPDX-License-Identifier: BSL-1.0
//
// Hostile text, NUL bytes, numbers that are none and very large values, in the places that hostile_text_test.cpp and
// large_values_test.cpp leave out: cursors, merges, COPY, many rows by key, SQL by hand, written rows, functions.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "support/database.hpp"
#include "support/hostile_texts.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using tests::hostile_texts;

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  col<Mode, pg::text("body").primary_key()> body{};
  col<Mode, pg::text("copy")> copy{};
  col<Mode, pg::double_precision("weight")> weight{};
};
constexpr virga::table<notes_table> notes;
using Note = infer_select<notes>;

constexpr sql_table_function<"regexp_split_to_table", std::string(std::string, std::string)> split;

class bad_input : public ::testing::Test {
 protected:
  void SetUp() override { create_tables(db, notes); }
  void fill() {
    std::vector<infer_insert<notes>> rows;
    for (const auto& text : hostile_texts()) rows.push_back({.body = text, .copy = text});
    insert_into(notes).values(rows).run(db);
  }
  /// Whether every row has the copy of its body, and none is missing.
  void expect_copies() {
    EXPECT_EQ(db.count(notes, notes.copy == notes.body), static_cast<std::int64_t>(hostile_texts().size()));
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(bad_input, text_in_sql_by_hand) {
  for (const auto& text : hostile_texts()) {
    const auto written = sql_query<sql_column<"text", std::string>>("select {}"_sql, text);
    EXPECT_EQ(written.one(db)["text"_name], text);
    const auto named = written.as("w"_name);
    EXPECT_EQ(select(named["text"_name]).from(named).one(db)["text"_name], text);
    const auto table = cte("w"_name).as(written);
    EXPECT_EQ(with(table).select(table["text"_name]).from(table).one(db)["text"_name], text);
    const auto source = sql_source<sql_column<"text", std::string>>("unnest(array[{}])"_sql, text).as("s"_name);
    EXPECT_EQ(select(source["text"_name]).from(source).one(db)["text"_name], text);
  }
}

TEST_F(bad_input, text_in_written_rows_and_functions) {
  for (const auto& text : hostile_texts()) {
    const auto rows =
        virga::values(row(1, text), row(2, std::optional<std::string>(text))).as("v"_name, "n"_name, "text"_name);
    for (const auto& one : select(rows["text"_name]).from(rows).all(db)) EXPECT_EQ(one["text"_name], text);
    const auto both = union_all(virga::values(row(text)), select(sql<std::string>("{}"_sql, text))).all(db);
    for (const auto& one : both) EXPECT_EQ(one["column1"_name], text);
    const auto parts = split(text, "no such thing").as("part"_name);
    EXPECT_EQ(select(parts.value()).from(parts).one(db).get<0>(), text);
  }
  const auto all = unnest(hostile_texts()).with_ordinality().as("t"_name, "text"_name);
  const auto back = select(all["text"_name]).from(all).order_by(all.ordinality()).all(db);
  ASSERT_EQ(back.size(), hostile_texts().size());
  for (std::size_t i = 0; i < back.size(); ++i) EXPECT_EQ(back[i].get<0>(), hostile_texts()[i]);
}

TEST_F(bad_input, text_in_cursors_placeholders_and_delimiters) {
  fill();
  const auto order = keyset(asc(notes.body));
  std::vector<std::string> walked;
  for (auto page = select(notes.body).from(notes).order_by(order).limit(1).all(db); !page.empty();
       page = select(notes.body).from(notes).where(order.after(walked.back())).order_by(order).limit(1).all(db))
    walked.push_back(page[0].body);
  auto given = hostile_texts();
  std::sort(given.begin(), given.end());
  std::sort(walked.begin(), walked.end());
  EXPECT_EQ(walked, given);

  const auto by_body = prepare(select().from(notes).where(notes.body == placeholder("body"_name)));
  for (const auto& text : hostile_texts()) {
    EXPECT_EQ(by_body.one(db, "body"_name = text).body, text);
    const auto joined = select(string_agg(sql<std::string>("'-'"_sql), text))
                            .from(virga::values(row(1), row(2)).as("v"_name, "n"_name));
    EXPECT_EQ(joined.one(db).get<0>(), "-" + text + "-");
    EXPECT_EQ(
        select(case_when(notes.body == text, text).else_("")).from(notes).where(notes.body == text).one(db).get<0>(),
        text);
  }
}

TEST_F(bad_input, text_in_a_merge) {
  if (std::stoi(select(sql<std::string>("current_setting('server_version_num')"_sql)).one(db).get<0>()) < 150000)
    GTEST_SKIP();
  for (const auto& text : hostile_texts()) {
    const auto news = virga::values(row(text)).as("news"_name, "text"_name);
    const auto query = merge_into(notes)
                           .using_(news)
                           .on(notes.body == news["text"_name])
                           .when_matched(notes.body == text)
                           .then_update(notes.copy = text)
                           .when_not_matched()
                           .then_insert(notes.body = news["text"_name], notes.copy = "other");
    EXPECT_EQ(query.run(db), 1U);
    EXPECT_EQ(query.run(db), 1U);
  }
  expect_copies();
}

TEST_F(bad_input, text_in_copy) {
  std::vector<infer_insert<notes>> rows;
  for (const auto& text : hostile_texts()) rows.push_back({.body = text, .copy = text});
  EXPECT_EQ(copy_into(notes).from(rows).run(db), rows.size());
  expect_copies();
  std::vector<std::string> back;
  for (const Note& one : copy_out(notes).stream(db)) back.push_back(one.body);
  EXPECT_EQ(back, hostile_texts());
}

TEST_F(bad_input, text_in_many_rows_by_key) {
  std::vector<Note> rows;
  for (const auto& text : hostile_texts()) rows.push_back({.body = text, .copy = "x", .weight = {}});
  EXPECT_EQ(upsert_many(notes, rows).run(db), rows.size());
  for (Note& one : rows) one.copy = one.body;
  EXPECT_EQ(update_many(notes, rows).set(notes.copy).run(db), rows.size());
  expect_copies();
  EXPECT_EQ(delete_many(notes, hostile_texts()).run(db), rows.size());
}

TEST_F(bad_input, text_in_settings) {
  for (const auto& text : hostile_texts()) {
    const auto read = db.transaction(
        [](auto& tx) { return select(sql<std::string>("current_setting('app.text')"_sql)).one(tx).template get<0>(); },
        {.settings = {{"app.text", text}}});
    EXPECT_EQ(read, text);
  }
  const auto nothing = [](auto&) {};
  EXPECT_THROW(db.transaction(nothing, {.settings = {{"app.text", std::string("a\0b", 3)}}}), virga::error);
  EXPECT_THROW(db.transaction(nothing, {.settings = {{std::string("app.a\0b", 7), "x"}}}), virga::error);
  EXPECT_THROW(db.transaction(nothing, {.role = std::string("a\0b", 3)}), virga::error);
  EXPECT_THROW(db.transaction(nothing, {.settings = {{"app.text", "\xff"}}}), virga::error);
  EXPECT_EQ(db.count(notes), 0) << "the connection is usable";
}

TEST_F(bad_input, a_nul_byte_is_refused_before_it_is_sent) {
  const std::string broken("a\0b", 3);
  const auto refused = [&](const char* place, auto&& send) {
    try {
      send();
      ADD_FAILURE() << place << " was sent";
    } catch (const value_error& wrong) {
      EXPECT_EQ(wrong.column(), place) << wrong.what();
    }
  };
  const char* const anywhere = "a parameter";
  const std::vector<Note> rows{{.body = "fine", .copy = {}, .weight = {}},
                               {.body = "bad", .copy = broken, .weight = {}}};
  const std::vector<infer_insert<notes>> fresh{{.body = "fine"}, {.body = broken}};
  const auto order = keyset(asc(notes.body));
  const auto v = virga::values(row(broken)).as("v"_name, "text"_name);
  const auto fine = virga::values(row("a")).as("fine"_name, "text"_name);
  const auto f = split(broken, ",").as("f"_name);
  const auto prepared = prepare(select().from(notes).where(notes.body == placeholder("body"_name)));
  refused(anywhere, [&] { (void)sql_query<sql_column<"t", std::string>>("select {}"_sql, broken).all(db); });
  refused(anywhere, [&] { (void)select(v["text"_name]).from(v).all(db); });
  refused(anywhere, [&] { (void)union_all(select(notes.body).from(notes), virga::values(row(broken))).all(db); });
  refused(anywhere, [&] { (void)select(f.value()).from(f).all(db); });
  refused("notes.body", [&] { (void)select().from(notes).where(order.after(broken)).all(db); });
  refused("notes.body", [&] { (void)db.count(notes, notes.body == broken); });
  refused("notes.copy", [&] { update_many(notes, rows).set(notes.copy).run(db); });
  refused("notes.copy", [&] { upsert_many(notes, rows).run(db); });
  refused("notes.body", [&] { delete_many(notes, std::vector<std::string>{"fine", broken}).run(db); });
  refused("notes.body", [&] { copy_into(notes).from(fresh).run(db); });
  refused("notes.copy", [&] {
    merge_into(notes).using_(fine).on(notes.body == "x").when_matched().then_update(notes.copy = broken).run(db);
  });
  EXPECT_THROW((void)prepared.all(db, "body"_name = broken), value_error);
  EXPECT_EQ(db.count(notes), 0) << "nothing of a COPY stays";
}

TEST_F(bad_input, numbers_that_are_none) {
  constexpr double infinite = std::numeric_limits<double>::infinity(), none = std::numeric_limits<double>::quiet_NaN();
  for (const double given : {none, infinite, -infinite}) {
    const auto same = [&](double got) { return std::isnan(given) ? std::isnan(got) : got == given; };
    EXPECT_TRUE(same((sql_query<sql_column<"x", double>>("select {}"_sql, given).one(db).get<0>())));
    const auto v = virga::values(row(given)).as("v"_name, "x"_name);
    EXPECT_TRUE(same(select(v["x"_name]).from(v).one(db).get<0>()));
    const std::vector<Note> rows{{.body = "x", .copy = {}, .weight = given}};
    upsert_many(notes, rows).run(db);
    EXPECT_EQ(update_many(notes, rows).set(notes.weight).run(db), 1U);
    EXPECT_TRUE(same(*select().from(notes).one(db).weight));
    delete_from(notes).all_rows().run(db);
    copy_into(notes).from(std::vector<infer_insert<notes>>{{.body = "x", .weight = given}}).run(db);
    for (const Note& one : copy_out(notes).stream(db)) EXPECT_TRUE(same(*one.weight));
    delete_from(notes).all_rows().run(db);
  }
}

TEST_F(bad_input, a_negative_number_of_rows_is_refused_before_it_is_sent) {
  const int rows = -1;
  const auto all = select(notes.body).from(notes);
  const auto v = virga::values(row("a"));
  EXPECT_THROW((void)all.limit(rows), value_error);
  EXPECT_THROW((void)all.offset(rows), value_error);
  EXPECT_THROW((void)all.fetch_first(rows), value_error);
  EXPECT_THROW((void)union_(all, v).limit(rows), value_error);
  EXPECT_THROW((void)union_(all, v).offset(std::numeric_limits<std::int64_t>::min()), value_error);
  EXPECT_EQ(all.limit(0).all(db).size(), 0U);
}

TEST_F(bad_input, very_large_values) {
  std::string text(10 * 1024 * 1024, 'x');
  for (std::size_t i = 0; i + 8 < text.size(); i += 997) text.replace(i, 8, "'\"\\\n$1\xc3\xa4");
  EXPECT_TRUE((sql_query<sql_column<"t", std::string>>("select {}"_sql, text).one(db).get<0>() == text));
  const auto v = virga::values(row(text)).as("v"_name, "t"_name);
  EXPECT_TRUE(select(v["t"_name]).from(v).one(db).get<0>() == text);
  copy_into(notes).from(std::vector<infer_insert<notes>>{{.body = "a", .copy = text}}).run(db);
  for (const Note& one : copy_out(notes).stream(db)) EXPECT_TRUE(one.copy == text);
  const std::vector<Note> rows{{.body = "a", .copy = text + "y", .weight = {}}};
  update_many(notes, rows).set(notes.copy).run(db);
  EXPECT_EQ(db.count(notes, notes.copy == text + "y"), 1);

  std::vector<std::string> list;
  for (int i = 0; i < 100'000; ++i) list.push_back("it's \"number\" \\ " + std::to_string(i));
  const auto all = unnest(list).as("t"_name);
  EXPECT_EQ(db.count(select(all.value()).from(all)), 100'000);
  EXPECT_EQ((sql_query<sql_column<"n", int>>("select cardinality({})"_sql, list).one(db).get<0>()), 100'000);
  EXPECT_EQ(delete_many(notes, list).run(db), 0U);
}

}  // namespace
