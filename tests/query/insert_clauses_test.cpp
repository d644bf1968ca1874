// SPDX-License-Identifier: BSL-1.0
//
// What most inserts do without: identities that are given, conflicts of unusual indexes, inserts that are extended
// twice.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::insert_into;
using virga::select;
using bound = std::vector<std::optional<std::string>>;
constexpr const char* some_id = "00000000-0000-0000-0000-000000000000";

template <class Mode>
struct drawers_table {
  static constexpr auto table = pg::table("drawers");
  virga::col<Mode, pg::integer("id").generated_by_default_as_identity()> id{};
  virga::col<Mode, pg::text("label").not_null().default_value("none")> label{};
};
constexpr virga::table<drawers_table> drawers;

TEST(overriding, assignments_may_give_an_identity) {
  const auto query = insert_into(posts)
                         .overriding_system_value()
                         .values(posts.id = 7, posts.title = "a", posts.author_id = some_id)
                         .returning(posts.id);
  static_assert(query.text() ==
                R"(insert into "posts" ("id", "title", "author_id") overriding system value values ($1, $2, $3))"
                R"( returning "posts"."id")");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"7", "a", some_id}));
}

TEST(overriding, a_query_may_give_an_identity) {
  const auto copy = posts.as("copy"_name);
  const auto some = insert_into(posts)
                        .overriding_user_value()
                        .columns(posts.id, posts.author_id, posts.title)
                        .select(select(copy.id, copy.author_id, copy.title).from(copy));
  static_assert(some.text() ==
                R"(insert into "posts" ("id", "author_id", "title") overriding user value select "copy"."id",)"
                R"( "copy"."author_id", "copy"."title" from "posts" as "copy")");
  const auto all = insert_into(posts).overriding_system_value().select(select().from(copy));
  static_assert(all.text() ==
                R"(insert into "posts" ("id", "author_id", "title", "published") overriding system value select)"
                R"( "copy"."id", "copy"."author_id", "copy"."title", "copy"."published" from "posts" as "copy")");
}

TEST(overriding, structs_give_identities_that_are_generated_by_default) {
  using drawer = virga::infer_insert<drawers>;
  EXPECT_EQ(virga::to_sql(insert_into(drawers).overriding_user_value().values(drawer{.id = 3})).text,
            R"(insert into "drawers" ("id", "label") overriding user value values ($1, default))");
  EXPECT_EQ(
      virga::to_sql(insert_into(drawers).overriding_user_value().values(std::vector<drawer>{{.id = 3}, {.id = 4}}))
          .text,
      R"(insert into "drawers" ("id") overriding user value select unnest($1::integer[]))");
  EXPECT_EQ(
      virga::to_sql(insert_into(drawers).overriding_user_value().values(std::vector<drawer>{{.id = 3}, {.label = "b"}}))
          .text,
      R"(insert into "drawers" ("id", "label") overriding user value values ($1, default), (default, $2))");
}

TEST(conflict_target, expressions_and_the_predicate_of_an_index) {
  const auto insert = insert_into(users).values(users.email = "a", users.name = "b");
  EXPECT_EQ(
      insert.on_conflict(lower(users.email), users.name).do_nothing().text(),
      R"(insert into "users" ("email", "name") values ($1, $2) on conflict ((lower("users"."email")), "name") do nothing)");
  const auto partial = insert.on_conflict(users.name)
                           .where(is_null(users.age))
                           .do_update(users.name = virga::excluded(users).name)
                           .where(users.age > 1);
  static_assert(partial.text() ==
                R"(insert into "users" ("email", "name") values ($1, $2) on conflict ("name") where)"
                R"( "users"."age" is null do update set "name" = "excluded"."name" where "users"."age" > $3)");
  EXPECT_EQ(virga::to_sql(partial).params, (bound{"a", "b", "1"}));
}

TEST(conflict_target, values_of_an_index_are_literals) {
  const auto query = insert_into(users)
                         .values(users.email = "a", users.name = "b")
                         .on_conflict(virga::coalesce(users.age, 0))
                         .where(users.name != "it's $1" && users.age > 18)
                         .do_update(users.age = 5);
  const auto sql = virga::to_sql(query);
  EXPECT_EQ(
      sql.text,
      R"(insert into "users" ("email", "name") values ($1, $2) on conflict ((coalesce("users"."age", '0'))) where)"
      R"( "users"."name" <> 'it''s $1' and "users"."age" > '18' do update set "age" = $3)");
  EXPECT_EQ(sql.params, (bound{"a", "b", "5"}));
  for (const char* hostile : {"\1", "a\2b"})
    EXPECT_THROW((void)virga::to_sql(insert_into(users)
                                         .values(users.email = "a", users.name = "b")
                                         .on_conflict(users.name)
                                         .where(users.email != hostile)
                                         .do_nothing()),
                 virga::value_error);
}

TEST(insert_of_an_lvalue, is_extended_twice) {
  const auto start = insert_into(users);
  const auto insert = start.values(users.email = "a", users.name = "b");
  const auto target = insert.on_conflict(users.email);
  EXPECT_EQ(insert.text(), R"(insert into "users" ("email", "name") values ($1, $2))");
  EXPECT_EQ(insert.returning(users.id).text(),
            R"(insert into "users" ("email", "name") values ($1, $2) returning "users"."id")");
  EXPECT_EQ(target.do_nothing().text(),
            R"(insert into "users" ("email", "name") values ($1, $2) on conflict ("email") do nothing)");
  const auto update = target.do_update(users.name = "c");
  EXPECT_EQ(update.where(users.age > 1).text(), R"(insert into "users" ("email", "name") values ($1, $2) on conflict)"
                                                R"( ("email") do update set "name" = $3 where "users"."age" > $4)");
  EXPECT_TRUE(
      insert.on_constraint("k"_name).do_nothing().text().ends_with(R"(on conflict on constraint "k" do nothing)"));
  EXPECT_EQ(virga::to_sql(update).params, (bound{"a", "b", "c"}));
  EXPECT_EQ(virga::to_sql(insert).params, (bound{"a", "b"}));
  EXPECT_EQ(virga::to_sql(start.values(users.email = "x", users.name = "y")).params, (bound{"x", "y"}));
}

}  // namespace
