// SPDX-License-Identifier: BSL-1.0
#include "virga/testing/verify.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/blog_database.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using namespace tests::blog;
using virga::testing::verify;

// the program's queries, one of each kind, and one that the database has in another way
const auto adults = registered(select(users.name, users.age).from(users).where(users.age >= 18).limit(10));
const auto by_email = registered(prepare(select().from(users).where(users.email == placeholder("email"_name))));
const auto some = registered(select(users.id).from(users).where(users.name == "Ann" && when(true, users.age > 3)));
const auto like_them = registered(update(posts).set(posts.likes = 3).where(in_(posts.id, std::vector<int>{1, 2})));
const int line_of_wrong = __LINE__ + 1;
const auto wrong = registered(select(sql<int>("likes::bigint"_sql).as("n"_name)).from(posts));

class verification : public tests::blog_database {
 protected:
  database& db = *db_;
  const std::vector<std::string> none;
};

TEST_F(verification, compares_all_registered_queries) {
  const auto differences = virga::testing::verify_registered(db);
  ASSERT_EQ(differences.size(), 1u) << "all but the wrong one";
  EXPECT_EQ(differences[0], std::string(__FILE__) + ":" + std::to_string(line_of_wrong) +
                                ": column 1 (n): the query says integer, the server bigint");
}

TEST_F(verification, registered_queries_are_what_they_were) {
  EXPECT_EQ(adults.all(db).size(), 0u);
  EXPECT_FALSE(by_email.first(db, "email"_name = "ann@example.org"));
  EXPECT_EQ(like_them.run(db), 0u);
}

TEST_F(verification, knows_the_types_of_parameters) {
  EXPECT_EQ(verify(db, select(users.id).from(users).where(users.created_at < now() && users.email != "" &&
                                                          in_(users.name, {"a", "b"}))),
            none);
  EXPECT_EQ(verify(db, insert_into(users).values(users.name = "a", users.email = "b", users.age = 3)), none);
  EXPECT_EQ(
      verify(
          db,
          select(tags.tag).from(tags).where(tags.weight > virga::decimal("1.5") && tags.place > 1).limit(3).offset(2)),
      none);
  EXPECT_EQ(verify(db, prepare(select(posts.id).from(posts).where(posts.likes > placeholder("least"_name)))), none);
}

TEST_F(verification, tells_parameters_that_differ) {
  execute(db, statement{"alter table blog.posts alter column likes type smallint", nullptr, 0, false});
  const auto differences = verify(db, update(posts).set(posts.likes = 3).all_rows());
  execute(db, statement{"alter table blog.posts alter column likes type integer", nullptr, 0, false});
  ASSERT_EQ(differences.size(), 1u);
  EXPECT_NE(differences[0].find(": parameter $1: the query gives integer, the server takes smallint"),
            std::string::npos)
      << differences[0];
}

TEST_F(verification, names_the_call_and_tells_columns_that_may_be_null) {
  execute(db, statement{"alter table users alter column name drop not null", nullptr, 0, false});
  const auto query = select(users.id, users.name).from(users);
  const int line = __LINE__ + 1;
  const auto differences = verify(db, query);
  execute(db, statement{"alter table users alter column name set not null", nullptr, 0, false});
  ASSERT_EQ(differences.size(), 1u);
  EXPECT_EQ(differences[0], std::string(__FILE__) + ":" + std::to_string(line) +
                                ": column 2 (name): the query says it is never null, and the server's column may be");
}

TEST_F(verification, compares_several_queries_at_once) {
  const auto good = select(users.id).from(users);
  const auto bad = select(sql<int>("likes::bigint"_sql).as("n"_name)).from(posts);
  const int line = __LINE__ + 1;
  const auto differences = verify(db, good, bad, by_email);
  ASSERT_EQ(differences.size(), 1u);
  EXPECT_EQ(differences[0], std::string(__FILE__) + ":" + std::to_string(line) +
                                ": query 2: column 1 (n): the query says integer, the server bigint");
}

TEST_F(verification, leaves_parameters_of_optional_parts_alone) {
  EXPECT_EQ(verify(db, some), none);
  condition<users> more = users.age > 3;
  EXPECT_EQ(verify(db, select(users.id).from(users).where(more && users.name == "Ann")), none);
}

TEST_F(verification, tells_a_missing_table) {
  const auto missing = verify(db, select(sql<int>("1"_sql)).from(users.as("u"_name)));
  EXPECT_EQ(missing, none);
  const auto refused = verify(db, select(sql<int>("nowhere.x"_sql)));
  ASSERT_EQ(refused.size(), 1u);
  EXPECT_NE(refused[0].find("the server refuses it"), std::string::npos);
}

}  // namespace
