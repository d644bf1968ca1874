// SPDX-License-Identifier: BSL-1.0
//
// Every error of a call names it and its SQL, also those that are found before anything is sent, or after.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "virga/pqxx.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using virga::insert_into;
using virga::select;

template <class Mode>
struct notes_table {
  static constexpr auto table = pg::table("notes");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::text("body").not_null()> body{};
};
constexpr virga::table<notes_table> notes;
using Note = virga::infer_select<notes>;

/// The same table with another type than the database has.
template <class Mode>
struct wrong_table {
  static constexpr auto table = pg::table("notes");
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::integer("body").not_null()> body{};
};
constexpr virga::table<wrong_table> wrong;

class places_of_errors : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, notes);
    insert_into(notes).values(notes.id = 1, notes.body = "one").run(db);
  }
  /// `f(where)` throws an `Error` about `sql`, called there.
  template <class Error, class Function>
  static void expect_place(std::string_view sql, Function&& f,
                           std::source_location where = std::source_location::current()) {
    try {
      f(where);
      ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line())) << "no error";
    } catch (const Error& refused) {
      const std::string what = refused.what();
      EXPECT_EQ(refused.sql(), sql);
      EXPECT_NE(what.find("; statement: " + std::string(sql)), what.npos) << what;
      EXPECT_EQ(what.find("; statement: ", what.find("; statement: ") + 1), what.npos) << what;
      EXPECT_EQ(refused.where().line(), where.line()) << what;
      EXPECT_TRUE(what.ends_with("places_of_errors_test.cpp:" + std::to_string(where.line()))) << what;
    }
  }
  virga::database db{tests::fresh_database(), {.max_connections = 2}};
  const std::string nul = std::string("a\0b", 3);
};

TEST_F(places_of_errors, values_that_cannot_be_sent) {
  using virga::value_error;
  const auto query = select(notes.id).from(notes).where(notes.body == nul);
  constexpr std::string_view text = R"(select "notes"."id" from "notes" where "notes"."body" = $1)";
  expect_place<value_error>(text, [&](auto at) { (void)query.all(db, at); });
  expect_place<value_error>(text, [&](auto at) { (void)query.one(db, at); });
  expect_place<value_error>(text, [&](auto at) { (void)query.first(db, at); });
  expect_place<value_error>(text, [&](auto at) { (void)query.view(db, at); });
  expect_place<value_error>(text, [&](auto at) { (void)query.stream(db, at); });
  expect_place<value_error>(text, [&](auto at) { (void)query.run(db, at); });
  expect_place<value_error>(text, [&](auto at) { query.try_all(db, at).error().raise(); });
  expect_place<value_error>(text, [&](auto at) { (void)explain(query, db, {}, at); });
  const auto prepared = [](std::source_location at) {
    return virga::prepare(select(notes.id).from(notes).where(notes.body == virga::placeholder("body"_name)), at);
  };
  expect_place<value_error>(text, [&](auto at) { (void)prepared(at).all(db, "body"_name = nul); });
  expect_place<value_error>(text, [&](auto at) { (void)prepared(at).view(db, "body"_name = nul); });
  expect_place<value_error>(text, [&](auto at) { (void)prepared(at).stream(db, "body"_name = nul); });
  expect_place<value_error>(R"(copy "notes" ("id", "body") from stdin)", [&](auto at) {
    (void)copy_into(notes).from(std::vector<Note>{{1, nul}}).run(db, at);
  });
  try {
    (void)db.batch(select().from(notes), query);
    ADD_FAILURE();
  } catch (const value_error& refused) {
    EXPECT_EQ(refused.sql(), text);
  }
}

TEST_F(places_of_errors, statements_without_a_constant_text_have_none_before_their_values) {
  const auto query = select(notes.id).from(notes).where(virga::when(true, notes.body == nul));
  try {
    (void)query.all(db);
    ADD_FAILURE();
  } catch (const virga::value_error& refused) {
    EXPECT_EQ(refused.sql(), "");
    EXPECT_NE(refused.where().line(), 0U);
  }
}

TEST_F(places_of_errors, cells_that_cannot_be_read) {
  using virga::decode_error;
  const auto query = select().from(wrong);
  constexpr std::string_view text = R"(select "notes"."id", "notes"."body" from "notes")";
  expect_place<decode_error>(text, [&](auto at) { (void)query.all(db, at); });
  expect_place<decode_error>(text, [&](auto at) { (void)query.one(db, at); });
  expect_place<decode_error>(text, [&](auto at) { (void)query.first(db, at); });
  expect_place<decode_error>(text, [&](auto at) {
    query.each(
        db, [](auto&&) {}, at);
  });
  expect_place<decode_error>(text, [&](auto at) {
    for (const auto& row : query.stream(db, at)) (void)row;
  });
  expect_place<decode_error>(text, [&](auto at) {
    const auto rows = query.view(db, at);
    (void)rows[0][wrong.body];
  });
  expect_place<decode_error>("copy (" + std::string(text) + ") to stdout", [&](auto at) {
    copy_out(wrong).each(
        db, [](auto&&) {}, at);
  });
  expect_place<decode_error>(text, [&](auto at) { db.transaction([&](auto& tx) { (void)query.all(tx, at); }); });
  try {
    (void)db.batch(select().from(notes), query);
    ADD_FAILURE();
  } catch (const decode_error& refused) {
    EXPECT_EQ(refused.sql(), text);
  }
}

TEST_F(places_of_errors, other_errors) {
  expect_place<virga::row_count_error>(R"(select "notes"."id" from "notes" where "notes"."id" = $1)", [&](auto at) {
    (void)select(notes.id).from(notes).where(notes.id == 7).one(db, at);
  });
  expect_place<virga::unique_violation>(R"(insert into "notes" ("id", "body") values ($1, $2))", [&](auto at) {
    insert_into(notes).values(notes.id = 1, notes.body = "two").run(db, at);
  });
  db.transaction([&](virga::transaction& tx) {
    ::shutdown(PQsocket(tx.connection().native_handle()), SHUT_RDWR);
    expect_place<virga::connection_error>(R"(select "notes"."id" from "notes")",
                                          [&](auto at) { (void)select(notes.id).from(notes).all(tx, at); });
    tx.rollback();
  });
  const auto none = upsert_many(notes, std::vector<Note>{});
  expect_place<virga::empty_statement>(none.text(), [&](auto at) { none.run(db, at); });
}

}  // namespace
