// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::count;
using virga::cte;
using virga::select;
using virga::with;
using values = std::vector<std::optional<std::string>>;

TEST(with, the_acceptance_sketch) {
  const auto per_author =
      cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
  const auto query = with(per_author)
                         .select(users.name, per_author["n"_name])
                         .from(users)
                         .inner_join(per_author, per_author[posts.author_id] == users.id)
                         .order_by(users.name);
  static_assert(query.text() ==
                R"(with "per_author" as (select "posts"."author_id", count(*) as "n" from "posts")"
                R"( group by "posts"."author_id") select "users"."name", "per_author"."n" from "users")"
                R"( inner join "per_author" on "per_author"."author_id" = "users"."id" order by "users"."name")");
  using row = virga::row_type<decltype(query)>;
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::int64_t>);
  row one;
  one.name = "Ann";
  one["n"_name] = 2;
  EXPECT_EQ(one["n"_name], 2);
}

TEST(with, values_inside_are_numbered_before_those_outside) {
  const auto adults = cte("adults"_name).as(select(users.id, users.name).from(users).where(users.age >= 18));
  const auto query = with(adults).select(adults["name"_name]).from(adults).where(adults[users.name] != "Bob").limit(5);
  static_assert(query.text() ==
                R"(with "adults" as (select "users"."id", "users"."name" from "users" where "users"."age" >= $1))"
                R"( select "adults"."name" from "adults" where "adults"."name" <> $2 limit $3)");
  EXPECT_EQ(virga::to_sql(query).params, (values{"18", "Bob", "5"}));
}

TEST(with, a_later_one_reads_an_earlier_one) {
  const auto adults = cte("adults"_name).as(select(users.id, users.age).from(users).where(users.age >= 18));
  const auto old = cte("old"_name).as(select(adults[users.id]).from(adults).where(adults[users.age] > 80));
  const auto query = with(adults, old)
                         .select(posts.title)
                         .from(posts)
                         .inner_join(old, old["id"_name] == posts.author_id)
                         .where(posts.title != "x");
  static_assert(query.text() ==
                R"(with "adults" as (select "users"."id", "users"."age" from "users" where "users"."age" >= $1),)"
                R"( "old" as (select "adults"."id" from "adults" where "adults"."age" > $2))"
                R"( select "posts"."title" from "posts" inner join "old" on "old"."id" = "posts"."author_id")"
                R"( where "posts"."title" <> $3)");
  EXPECT_EQ(virga::to_sql(query).params, (values{"18", "80", "x"}));
}

TEST(with, nothing_named_selects_every_column_of_it) {
  const auto named = cte("named"_name).as(select(users.name, users.age).from(users));
  const auto query = with(named).select().from(named);
  static_assert(query.text() == R"(with "named" as (select "users"."name", "users"."age" from "users"))"
                                R"( select "named"."name", "named"."age" from "named")");
  using row = virga::row_type<decltype(query)>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::string>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<std::int32_t>>);
  SUCCEED();
}

TEST(with, nullability_comes_through_an_outer_join_inside) {
  const auto titles =
      cte("titles"_name).as(select(users.name, posts.title).from(users).left_join(posts, posts.author_id == users.id));
  using row = virga::row_type<decltype(with(titles).select(titles[users.name], titles[posts.title]).from(titles))>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::string>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<std::string>>);
  SUCCEED();
}

TEST(with, an_outer_join_to_it_makes_its_columns_optional) {
  const auto per_author =
      cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
  using row = virga::row_type<decltype(with(per_author)
                                           .select(users.name, per_author["n"_name])
                                           .from(users)
                                           .left_join(per_author, per_author[posts.author_id] == users.id))>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::string>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<std::int64_t>>);
  SUCCEED();
}

TEST(with, aggregates_inside_keep_their_nullability) {
  const auto oldest = cte("oldest"_name).as(select(max(users.age).as("age"_name), count().as("n"_name)).from(users));
  using row = virga::row_type<decltype(with(oldest).select(oldest["age"_name], oldest["n"_name]).from(oldest))>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, std::optional<std::int32_t>>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::int64_t>);
  SUCCEED();
}

TEST(with, a_whole_table_gives_it_all_its_columns) {
  const auto copy = cte("copy"_name).as(select().from(posts));
  const auto query = with(copy).select(copy[posts.title], copy[posts.published]).from(copy).where(copy["id"_name] == 7);
  static_assert(
      query.text() ==
      R"(with "copy" as (select "posts"."id", "posts"."author_id", "posts"."title", "posts"."published" from "posts"))"
      R"( select "copy"."title", "copy"."published" from "copy" where "copy"."id" = $1)");
  SUCCEED();
}

TEST(with, optional_parts_inside_and_outside) {
  const auto text = [](bool inside, bool outside) {
    const auto some = cte("some"_name)
                          .as(select(users.name, users.age)
                                  .from(users)
                                  .where(is_not_null(users.name) && when(inside, users.age > 1)));
    return virga::to_sql(with(some)
                             .select(some[users.name])
                             .from(some)
                             .where(when(outside, some[users.age] < 2) && some[users.name] != "x"));
  };
  EXPECT_EQ(
      text(true, true).text,
      R"(with "some" as (select "users"."name", "users"."age" from "users" where "users"."name" is not null)"
      R"( and "users"."age" > $2) select "some"."name" from "some" where "some"."age" < $3 and "some"."name" <> $1)");
  EXPECT_EQ(text(true, true).params, (values{"x", "1", "2"}));
  EXPECT_EQ(text(false, true).text,
            R"(with "some" as (select "users"."name", "users"."age" from "users" where "users"."name" is not null))"
            R"( select "some"."name" from "some" where "some"."age" < $2 and "some"."name" <> $1)");
  EXPECT_EQ(text(false, false).params, (values{"x"}));
}

TEST(with, an_unnamed_source_of_the_same_columns_stays_apart) {
  const auto all = cte("all"_name).as(select(users.id, users.name).from(users));
  const auto query =
      with(all).select(users.name, all[users.name]).from(users).inner_join(all, all[users.id] == users.id);
  static_assert(
      query.text() ==
      R"(with "all" as (select "users"."id", "users"."name" from "users") select "users"."name", "all"."name")"
      R"( from "users" inner join "all" on "all"."id" = "users"."id")");
  virga::row_type<decltype(query)> row;
  row[users.name] = "table";
  row[all[users.name]] = "expression";
  EXPECT_EQ(row.name, "table");
  EXPECT_EQ(row[all[users.name]], "expression");
}

TEST(with, another_name_joins_one_with_itself) {
  const auto adults = cte("adults"_name).as(select(users.id, users.age).from(users).where(users.age >= 18));
  const auto older = adults.as("older"_name);
  const auto query = with(adults)
                         .select(adults[users.id], older["age"_name])
                         .from(adults)
                         .left_join(older, older[users.age] > adults[users.age]);
  static_assert(
      query.text() ==
      R"(with "adults" as (select "users"."id", "users"."age" from "users" where "users"."age" >= $1) select)"
      R"( "adults"."id", "older"."age" from "adults" left join "adults" as "older" on "older"."age" > "adults"."age")");
  const auto tree = cte("tree"_name).recursive(select(users.id).from(users), [](const auto& before) {
    const auto last = before.as("last"_name);
    return select(last[users.id]).from(last).inner_join(users, users.id == last[users.id]);
  });
  static_assert(
      decltype(with(tree).select(tree[users.id]).from(tree))::text() ==
      R"(with recursive "tree" as ((select "users"."id" from "users") union all (select "last"."id" from "tree" as)"
      R"( "last" inner join "users" on "users"."id" = "last"."id")) select "tree"."id" from "tree")");
  EXPECT_EQ(virga::to_sql(query).params, (values{"18"}));
}

}  // namespace
