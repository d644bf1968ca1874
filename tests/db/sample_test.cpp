// SPDX-License-Identifier: BSL-1.0
//
// The first tour, step by step: what each statement gives on a real server.
#include <gtest/gtest.h>

#include "support/database.hpp"
#include "support/tables.hpp"
#include "virga/pqxx.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::count;
using virga::cte;
using virga::infer_insert;
using virga::insert_into;
using virga::select;
using virga::to_sql;
using virga::update;

using User = virga::infer_select<users>;
using NewUser = infer_insert<users>;

TEST(sample, from_tables_to_rows) {
  const std::string url = tests::fresh_database();
  virga::database db{url};
  virga::create_tables(db, users, posts);

  const auto ann = insert_into(users).values(NewUser{.email = "ann@example.org", .name = "Ann"}).returning().one(db);
  static_assert(std::same_as<std::remove_const_t<decltype(ann)>, User>);
  EXPECT_EQ(ann.email, "ann@example.org");
  EXPECT_EQ(ann.age, std::nullopt);
  EXPECT_NE(ann.id, boost::uuids::uuid{});
  const auto age_of_row = std::chrono::system_clock::now() - ann.created_at;
  EXPECT_LT(age_of_row, std::chrono::minutes(5));
  EXPECT_GT(age_of_row, std::chrono::minutes(-5));

  const auto [bob_id] = insert_into(users)
                            .values(users.email = "bob@example.org", users.name = "Bob", users.age = 41)
                            .returning(users.id)
                            .one(db);
  EXPECT_NE(bob_id, ann.id);

  const std::vector<infer_insert<posts>> batch{{.author_id = ann.id, .title = "One"},
                                               {.author_id = bob_id, .title = "Two", .published = true}};
  EXPECT_EQ(insert_into(posts).values(batch).run(db), 2U);

  const auto q = select(users.id, users.email)
                     .from(users)
                     .where(users.age > 18 && like(users.email, "%@example.org"))
                     .order_by(desc(users.created_at))
                     .limit(10);
  const auto adults = q.all(db);
  ASSERT_EQ(adults.size(), 1U);
  EXPECT_EQ(adults[0].email, "bob@example.org");
  EXPECT_EQ(adults[0][users.email], "bob@example.org");
  EXPECT_EQ(adults[0].id, bob_id);

  const std::vector<User> everyone = select().from(users).order_by(users.email).all(db);
  ASSERT_EQ(everyone.size(), 2U);
  EXPECT_EQ(everyone[0].name, "Ann");
  EXPECT_EQ(everyone[1].age, 41);

  std::vector<std::string> lines;
  for (const auto& [user, post] :
       select().from(users).left_join(posts, posts.author_id == users.id).order_by(users.name).all(db))
    lines.push_back(user.name + ": " + (post ? post->title : "-"));
  EXPECT_EQ(lines, (std::vector<std::string>{"Ann: One", "Bob: Two"}));

  const auto per_author =
      cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
  const auto totals = with(per_author)
                          .select(users.name, per_author["n"_name])
                          .from(users)
                          .inner_join(per_author, per_author[posts.author_id] == users.id)
                          .order_by(users.name)
                          .all(db);
  ASSERT_EQ(totals.size(), 2U);
  EXPECT_EQ(totals[0].name, "Ann");
  EXPECT_EQ(totals[0]["n"_name], 1);
  EXPECT_EQ(totals[1].name, "Bob");

  std::optional<std::string> wanted = "Ann";
  const auto search = [&] {
    return select(users.id)
        .from(users)
        .where(is_null(users.age) && when(wanted.has_value(), users.name == wanted.value_or("")))
        .first(db);
  };
  ASSERT_TRUE(search());
  EXPECT_EQ(search()->id, ann.id);
  wanted = "Bob";
  EXPECT_FALSE(search());
  wanted.reset();
  EXPECT_TRUE(search());

  EXPECT_EQ(update(users).set(users.name = "Robert", users.age = virga::null).where(users.id == bob_id).run(db), 1U);
  const auto robert = select().from(users).where(users.id == bob_id).one(db);
  EXPECT_EQ(robert.name, "Robert");
  EXPECT_EQ(robert.age, std::nullopt);

  db.transaction([&](auto& tx) {
    EXPECT_EQ(virga::delete_from(posts).where(posts.published == false).run(tx), 1U);
    EXPECT_EQ(tx.pqxx().exec("select title from posts").size(), 1);
  });
  EXPECT_EQ(select(posts.title).from(posts).one(db).title, "Two");

  EXPECT_EQ(to_sql(q).params, (std::vector<std::optional<std::string>>{"18", "%@example.org", "10"}));

  EXPECT_EQ(virga::delete_from(users).where(users.id == bob_id).run(db), 1U);
  EXPECT_EQ(select().from(posts).all(db).size(), 0U) << "on delete cascade is not in the foreign key";

  pqxx::connection connection(url);
  pqxx::work work{connection};
  EXPECT_EQ(select().from(users).all(work).size(), 1U);
}

}  // namespace
