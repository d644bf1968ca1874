// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::readings;
using tests::users;
using virga::delete_from;
using virga::update;
using values = std::vector<std::optional<std::string>>;
using patch = virga::infer_update<users>;

TEST(update, the_acceptance_sketch) {
  const auto query =
      update(users).set(users.name = "Robert", users.age = virga::null).where(users.id == boost::uuids::uuid{});
  static_assert(query.text() == R"(update "users" set "name" = $1, "age" = null where "users"."id" = $2)");
  EXPECT_EQ(virga::to_sql(query).params, (values{"Robert", "00000000-0000-0000-0000-000000000000"}));
}

TEST(update, sets_expressions_over_the_row) {
  const auto query = update(users)
                         .set(users.age = users.age * 2 + 1, users.name = users.email)
                         .where(users.age < 10)
                         .returning(users.age, users.name);
  static_assert(
      query.text() ==
      R"(update "users" set "age" = "users"."age" * $1 + $2, "name" = "users"."email" where "users"."age" < $3)"
      R"( returning "users"."age", "users"."name")");
  EXPECT_EQ(virga::to_sql(query).params, (values{"2", "1", "10"}));
}

TEST(update, an_empty_optional_is_null) {
  const std::optional<int> none;
  const auto query = virga::to_sql(update(users).set(users.age = none).where(users.name == "x"));
  EXPECT_EQ(query.text, R"(update "users" set "age" = $1 where "users"."name" = $2)");
  EXPECT_EQ(query.params, (values{std::nullopt, "x"}));
}

TEST(update, several_columns_from_the_row_of_a_query) {
  const auto latest =
      virga::select(posts.title, virga::cast<int>(posts.id)).from(posts).where(posts.author_id == users.id).limit(1);
  const auto query =
      update(users).set(users.email = "x", virga::row_of(users.name, users.age) = latest).where(users.name == "Bob");
  static_assert(query.text() ==
                R"(update "users" set "email" = $1, ("name", "age") = (select "posts"."title", )"
                R"(cast("posts"."id" as integer) from "posts" where "posts"."author_id" = "users"."id" limit $2))"
                R"( where "users"."name" = $3)");
  EXPECT_EQ(virga::to_sql(query).params, (values{"x", "1", "Bob"}));
}

TEST(update, what_comes_back_of_the_changed_rows_is_of_their_table_alone) {
  const auto query = update(users)
                         .set(users.name = posts.title)
                         .from(posts)
                         .inner_join(readings, readings.ticks == posts.id)
                         .where(posts.author_id == users.id)
                         .returning();
  static_assert(std::same_as<virga::row_type<std::remove_cv_t<decltype(query)>>, virga::infer_select<users>>);
  EXPECT_TRUE(query.text().ends_with(
      R"( returning "users"."id", "users"."email", "users"."name", "users"."age", "users"."created_at")"))
      << query.text();
}

TEST(update, every_row_must_be_said) {
  static_assert(update(users).set(users.age = 1).all_rows().text() == R"(update "users" set "age" = $1)");
  static_assert(update(users).set(users.age = 1).all_rows().returning(users.id).text() ==
                R"(update "users" set "age" = $1 returning "users"."id")");
  SUCCEED();
}

TEST(update, clauses_in_any_order) {
  const auto query = update(users).where(users.name == "x").returning(users.id).set(users.age = 3);
  static_assert(query.text() == R"(update "users" set "age" = $1 where "users"."name" = $2 returning "users"."id")");
  EXPECT_EQ(virga::to_sql(query).params, (values{"3", "x"}));
}

TEST(update, of_a_table_in_a_schema) {
  static_assert(update(readings).set(readings.channel = 1).where(readings.station == 2).text() ==
                R"(update "lab"."readings" set "channel" = $1 where "lab"."readings"."station" = $2)");
  SUCCEED();
}

TEST(update, a_patch_sets_what_was_set) {
  const auto text = [](const patch& given) { return virga::to_sql(update(users).set(given).where(users.name == "x")); };
  EXPECT_EQ(text(patch{.name = "Robert"}).text, R"(update "users" set "name" = $2 where "users"."name" = $1)");
  EXPECT_EQ(text(patch{.name = "Robert"}).params, (values{"x", "Robert"}));
  EXPECT_EQ(text(patch{.name = "Robert", .age = virga::null}).text,
            R"(update "users" set "name" = $2, "age" = $3 where "users"."name" = $1)");
  EXPECT_EQ(text(patch{.name = "Robert", .age = virga::null}).params, (values{"x", "Robert", std::nullopt}));
  EXPECT_EQ(text(patch{.age = 7}).params, (values{"x", "7"}));
  EXPECT_EQ(text(patch{.age = std::optional<int>()}).params, (values{"x", std::nullopt}));
}

TEST(update, an_empty_patch_is_refused) {
  EXPECT_THROW((void)virga::to_sql(update(users).set(patch{}).where(users.name == "x")), virga::empty_statement);
}

TEST(update, whose_conditions_are_all_left_out_is_refused) {
  const auto query = [](bool flag) {
    return virga::to_sql(update(users).set(users.age = 1).where(when(flag, users.name == "x")));
  };
  EXPECT_EQ(query(true).text, R"(update "users" set "age" = $1 where "users"."name" = $2)");
  EXPECT_THROW((void)query(false), virga::empty_statement);
  EXPECT_THROW(
      (void)virga::to_sql(
          update(users).set(patch{.age = 1}).where(when(false, users.name == "x") || !when(false, users.age == 1))),
      virga::empty_statement);
}

TEST(delete_from, with_a_condition_or_of_all_rows) {
  const auto some = delete_from(posts).where(posts.published == false);
  static_assert(some.text() == R"(delete from "posts" where "posts"."published" = $1)");
  EXPECT_EQ(virga::to_sql(some).params, (values{"f"}));
  static_assert(delete_from(posts).all_rows().text() == R"(delete from "posts")");
  static_assert(delete_from(posts).where(posts.id == 1).returning().text() ==
                R"(delete from "posts" where "posts"."id" = $1 returning "posts"."id", "posts"."author_id",)"
                R"( "posts"."title", "posts"."published")");
  SUCCEED();
}

TEST(delete_from, whose_conditions_are_all_left_out_is_refused) {
  EXPECT_THROW((void)virga::to_sql(delete_from(posts).where(when(false, posts.id == 1))), virga::empty_statement);
  EXPECT_THROW((void)virga::to_sql(delete_from(posts).where(when(false, posts.id == 1) && when(false, posts.id == 2))),
               virga::empty_statement);
  EXPECT_EQ(virga::to_sql(delete_from(posts).where(when(false, posts.id == 1) && posts.published == true)).text,
            R"(delete from "posts" where "posts"."published" = $1)");
}

TEST(update, one_that_lives_on_is_extended_twice) {
  const auto start = update(users);
  const auto set = start.set(users.name = "Bob");
  const auto one = set.where(users.age > 1);
  EXPECT_EQ(one.text(), R"(update "users" set "name" = $1 where "users"."age" > $2)");
  EXPECT_EQ(one.returning(users.id).text(),
            R"(update "users" set "name" = $1 where "users"."age" > $2 returning "users"."id")");
  EXPECT_EQ(set.all_rows().text(), R"(update "users" set "name" = $1)");
  EXPECT_EQ(
      set.from(posts).left_join(readings, readings.ticks == posts.id).where(posts.author_id == users.id).text(),
      R"(update "users" set "name" = $1 from "posts" left join "lab"."readings" on "lab"."readings"."ticks" = "posts"."id")"
      R"( where "posts"."author_id" = "users"."id")");
  const auto joined = set.from(posts);
  EXPECT_EQ(
      joined.inner_join(readings, readings.ticks == posts.id).all_rows().text(),
      R"(update "users" set "name" = $1 from "posts" inner join "lab"."readings" on "lab"."readings"."ticks" = "posts"."id")");
  EXPECT_EQ(virga::to_sql(start.set(patch{.age = 3}).where(users.age == 2)).params, (values{"2", "3"}));
  EXPECT_EQ(virga::to_sql(one).params, (values{"Bob", "1"}));
}

TEST(delete_from, one_that_lives_on_is_extended_twice) {
  const auto start = delete_from(posts);
  const auto other = start.using_(users);
  const auto one = other.where(posts.author_id == users.id && users.name == "Bob");
  EXPECT_EQ(one.returning(posts.id).text(),
            R"(delete from "posts" using "users" where "posts"."author_id" = "users"."id" and)"
            R"( "users"."name" = $1 returning "posts"."id")");
  EXPECT_EQ(start.all_rows().text(), R"(delete from "posts")");
  EXPECT_EQ(other.inner_join(readings, readings.ticks == 1).all_rows().text(),
            R"(delete from "posts" using "users" inner join "lab"."readings" on "lab"."readings"."ticks" = $1)");
  EXPECT_EQ(other.left_join(readings, readings.ticks == 1).all_rows().text(),
            R"(delete from "posts" using "users" left join "lab"."readings" on "lab"."readings"."ticks" = $1)");
  EXPECT_EQ(virga::to_sql(one).params, (values{"Bob"}));
}

}  // namespace
