// SPDX-License-Identifier: BSL-1.0
//
// The database without a server, as a program's unit tests use it.
#include "virga/testing/fake_database.hpp"

#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::placeholder;
using virga::select;
using virga::testing::fake_database;
using User = virga::infer_select<users>;

// ---- the program that is tested ------------------------------------------------------------------------------------
auto by_email(std::string email) { return select().from(users).where(users.email == std::move(email)); }
auto rename(std::string email, std::string name) {
  return update(users).set(users.name = std::move(name)).where(users.email == std::move(email));
}
template <class Database>
bool rename_user(Database& db, const std::string& email, const std::string& name) {
  return db.transaction([&](auto& tx) {
    const auto user = by_email(email).first(tx);
    if (!user || user->name == name) return false;
    return rename(email, name).run(tx) == 1;
  });
}

// ---- its tests -----------------------------------------------------------------------------------------------------
const std::vector<std::string> none;
const User ann{.id = {{1, 2, 3}}, .email = "ann@example.org", .name = "Ann", .age = 41, .created_at = {}};
std::string log_of(const fake_database& db) {
  std::string log;
  for (const auto& one : db.sent()) log += one.text.substr(0, one.text.find(' ')) + " ";
  return log;
}

TEST(fake_database, answers_what_it_was_told_and_remembers_what_it_was_sent) {
  fake_database db;
  db.expect(by_email("ann@example.org")).row(ann);
  db.expect(rename("ann@example.org", "Anna")).affects(1);
  EXPECT_TRUE(rename_user(db, "ann@example.org", "Anna"));
  EXPECT_EQ(db.complaints(), none);
  EXPECT_EQ(log_of(db), "begin select update commit ");
  EXPECT_EQ(db.sent()[2], to_sql(rename("ann@example.org", "Anna")));
}

TEST(fake_database, gives_no_rows_unless_told) {
  fake_database db;
  db.expect(by_email("bob"));
  EXPECT_FALSE(rename_user(db, "bob", "Bob"));
  EXPECT_EQ(db.complaints(), none);
}

TEST(fake_database, refuses_another_statement_and_other_values) {
  for (const auto& wrong : {by_email("bob"), by_email("ann")}) {
    fake_database db;
    db.expect(by_email("ann@example.org")).row(ann);
    EXPECT_THROW((void)wrong.all(db), virga::testing::unexpected_statement);
    ASSERT_EQ(db.complaints().size(), 2U) << "one came that was not expected, and the expected one did not";
    EXPECT_NE(db.complaints()[0].find(wrong.text()), std::string::npos) << db.complaints()[0];
    EXPECT_NE(db.complaints()[1].find("\"ann@example.org\""), std::string::npos) << db.complaints()[1];
    EXPECT_EQ(by_email("ann@example.org").one(db).id, ann.id) << "it is still the next one";
  }
  fake_database other;
  other.expect(by_email("a"));
  EXPECT_THROW((void)rename("a", "b").run(other), virga::testing::unexpected_statement);
  fake_database empty;
  EXPECT_THROW((void)rename("a", "b").run(empty), virga::testing::unexpected_statement);
  EXPECT_EQ(empty.complaints().size(), 1U);
}

TEST(fake_database, looks_away_from_values_if_told) {
  fake_database db;
  db.expect(by_email("")).with_any_values().row(ann);
  EXPECT_EQ(by_email("whoever").one(db).name, "Ann");
  EXPECT_EQ(db.sent()[0].params.at(0), "whoever");
}

TEST(fake_database, gives_rows_of_every_shape) {
  fake_database db;
  const auto mixed =
      select(users.name, virga::count().as("n"_name), users.age).from(users).group_by(users.name, users.age);
  db.expect(mixed).row("Ann", 3, 41).row(std::string("Bob"), 0, std::nullopt);
  const auto rows = mixed.all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].name, "Ann");
  EXPECT_EQ(rows[0]["n"_name], 3);
  EXPECT_EQ(rows[0].age, 41);
  EXPECT_FALSE(rows[1].age);

  const auto joined = select().from(users).left_join(posts, posts.author_id == users.id);
  const virga::infer_select<posts> post{.id = 7, .author_id = ann.id, .title = "One", .published = true};
  db.expect(joined).row(ann, post).row(ann, std::nullopt);
  const auto pairs = joined.all(db);
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].get<0>().name, "Ann");
  EXPECT_EQ(pairs[0].get<1>()->title, "One");
  EXPECT_TRUE(pairs[0].get<1>()->published);
  EXPECT_FALSE(pairs[1].get<1>());

  db.expect(by_email("x")).rows(std::vector{ann, ann});
  std::size_t seen = 0;
  for (const auto& user : by_email("x").stream(db)) seen += user.age == 41 ? 1U : 0U;
  EXPECT_EQ(seen, 2U);
  db.expect(mixed).row("Ann", 3, 41);
  const auto views = mixed.view(db);
  EXPECT_EQ(views[0][users.name], "Ann");
  db.expect(mixed).rows(rows);
  EXPECT_EQ(mixed.all(db).at(0)["n"_name], 3);

  const auto prepared = prepare(select(users.id).from(users).where(users.age > placeholder("age"_name)));
  db.expect(prepared.with("age"_name = 5)).row(ann.id);
  EXPECT_EQ(prepared.one(db, "age"_name = 5).id, ann.id);
  EXPECT_EQ(db.complaints(), none);
}

TEST(fake_database, refuses_as_the_server_would) {
  fake_database db;
  db.expect(by_email("ann@example.org")).row(ann);
  db.expect(rename("ann@example.org", "Anna"))
      .fails({.sqlstate = "23505", .message = "taken", .constraint = "users_name_key"});
  try {
    rename_user(db, "ann@example.org", "Anna");
    FAIL() << "nothing was refused";
  } catch (const virga::unique_violation& error) {
    EXPECT_EQ(error.constraint(), "users_name_key");
    EXPECT_EQ(error.sql(), rename("", "").text());
  }
  EXPECT_EQ(log_of(db), "begin select update rollback ");
  EXPECT_EQ(db.complaints(), none);
}

TEST(fake_database, has_batches_and_inner_transactions) {
  fake_database db;
  db.expect(by_email("a")).row(ann);
  db.expect(rename("a", "b")).affects(5);
  const auto [found, renamed] = db.batch(by_email("a"), rename("a", "b"));
  EXPECT_EQ(found.size(), 1U);
  EXPECT_EQ(renamed, 5U);
  db.expect(rename("c", "d"));
  db.transaction([](auto& tx) {
    EXPECT_THROW(tx.transaction([&](auto& inner) {
      rename("c", "d").run(inner);
      throw std::runtime_error("undo");
    }),
                 std::runtime_error);
    tx.transaction([](auto&) {});
    tx.rollback();
    EXPECT_THROW(rename("c", "d").run(tx), virga::error);
  });
  EXPECT_EQ(db.sent().at(2).text, "begin");
  EXPECT_EQ(db.sent().at(3).text, "savepoint");
  EXPECT_EQ(db.sent().at(5).text, "rollback to savepoint");
  EXPECT_EQ(db.sent().at(7).text, "release savepoint");
  EXPECT_EQ(db.sent().at(8).text, "rollback");
  EXPECT_EQ(db.sent().size(), 9U);
}

}  // namespace
