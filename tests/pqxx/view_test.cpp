// SPDX-License-Identifier: BSL-1.0
//
// Rows that copy nothing: they say what all() says, and live as long as their result.
#include <gtest/gtest.h>

#include <iterator>

#include "support/database.hpp"
#include "support/tables.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::placeholder;
using virga::select;

class view : public ::testing::Test {
 protected:
  void SetUp() override {
    virga::create_tables(db, users, posts);
    const std::string run =
        "insert into users (email, name, age, created_at) select 'u' || i, repeat('ä', i) , case when i % 3 <> 0 then "
        "i end, "
        "'2024-02-29 12:00+00' from generate_series(0, 50) as i; "
        "insert into posts (author_id, title) select id, 'of ' || email from users where age % 2 = 1";
    db.acquire().connection().send(run);
  }
  virga::database db{tests::fresh_database()};
};

TEST_F(view, gives_the_rows_of_all) {
  const auto query = select().from(users).order_by(users.email);
  const auto copies = query.all(db);
  const auto rows = query.view(db);
  static_assert(std::forward_iterator<decltype(rows.begin())>);
  ASSERT_EQ(rows.size(), copies.size());
  std::size_t at = 0;
  for (const auto row : rows) {
    const auto& copy = copies[at];
    static_assert(std::is_same_v<decltype(row[users.name]), std::string_view>);
    static_assert(std::is_same_v<decltype(row[users.age]), std::optional<int>>);
    EXPECT_EQ(row[users.id], copy.id);
    EXPECT_EQ(row[users.email], copy.email);
    EXPECT_EQ(row[users.name], copy.name);
    EXPECT_EQ(row["age"_name], copy.age);
    EXPECT_EQ(row[users.created_at], copy.created_at);
    const auto [id, email, name, age, created_at] = row;
    EXPECT_EQ(email, copy.email);
    EXPECT_EQ(name.data(), rows[at++][users.name].data()) << "no copy was made";
  }
  EXPECT_EQ(at, 51U);
  for (const auto row : query.view(db)) at -= row[users.email].empty() ? 0U : 1U;
  EXPECT_EQ(at, 0U);
  EXPECT_TRUE(select().from(users).where(users.email == "nobody").view(db).empty());
}

TEST_F(view, of_a_join_has_optional_views) {
  const auto query = select(users.email, posts.title, virga::upper(users.name).as("loud"_name))
                         .from(users)
                         .left_join(posts, posts.author_id == users.id)
                         .order_by(users.email);
  const auto copies = query.all(db);
  const auto rows = query.view(db);
  ASSERT_EQ(rows.size(), copies.size());
  std::size_t found = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    static_assert(std::is_same_v<decltype(rows[i][posts.title]), std::optional<std::string_view>>);
    EXPECT_EQ(rows[i][posts.title].has_value(), copies[i][posts.title].has_value());
    EXPECT_EQ(rows[i][posts.title].value_or("-"), copies[i][posts.title].value_or("-"));
    EXPECT_EQ(rows[i]["loud"_name], copies[i]["loud"_name]);
    found += rows[i][posts.title] ? 1U : 0U;
  }
  EXPECT_EQ(found, 17U);
  // a whole table stands for its columns
  const auto whole = select().from(users).left_join(posts, posts.author_id == users.id).view(db);
  EXPECT_EQ(std::tuple_size_v<std::remove_cvref_t<decltype(whole[0])>>, 9U);
  static_assert(std::is_same_v<decltype(whole[0][posts.published]), std::optional<bool>>);
}

struct card {
  std::string_view email;
  std::optional<int> age;
};

TEST_F(view, fills_aggregates_of_views) {
  auto rows = select(users.email, users.age).from(users).order_by(users.age, users.email).view(db);
  std::vector<card> cards;
  for (const auto row : rows) cards.push_back(row.into<card>());
  const auto row = rows[1];
  const auto moved = std::move(rows);
  EXPECT_EQ(cards[1].email, "u2");
  EXPECT_EQ(cards[1].age, 2);
  EXPECT_EQ(row[users.email], "u2");
  EXPECT_EQ(cards[1].email.data(), moved[1][users.email].data());
}

TEST_F(view, runs_wherever_queries_do) {
  const auto by_email = prepare(select(users.name).from(users).where(users.email == placeholder("email"_name)));
  const auto named = by_email.view(db, "email"_name = "u2");
  EXPECT_EQ(named[0][users.name], "ää");
  db.transaction([&](virga::transaction& tx) {
    const auto changed = update(users).set(users.name = "x").where(users.email == "u2").returning(users.name).view(tx);
    EXPECT_EQ(changed[0][users.name], "x");
    const auto foreign = select(users.name).from(users).where(users.email == "u2").view(tx.pqxx());
    EXPECT_EQ(foreign[0][users.name], "x");
  });
}

TEST_F(view, refuses_what_does_not_fit) {
  const auto wrong = select(virga::sql<int>("'x'"_sql).as("n"_name)).view(db);
  EXPECT_THROW((void)wrong[0]["n"_name], virga::decode_error);
  const auto null = select(virga::sql<std::string>("null"_sql).as("n"_name)).view(db);
  EXPECT_THROW((void)null[0]["n"_name], virga::decode_error);
  EXPECT_THROW((void)select(virga::sql<int>("1, 2"_sql)).view(db), virga::error);
}

}  // namespace
