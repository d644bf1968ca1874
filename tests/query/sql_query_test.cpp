// SPDX-License-Identifier: BSL-1.0
//
// Queries and sources of FROM that are written by hand, typed.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga;
using namespace virga::literals;
using tests::posts;
using tests::users;

constexpr auto long_names = sql_query<sql_column<"id", int>, sql_column<"size", std::optional<std::int64_t>>>(
    "select id, length(name) from people where id > {}"_sql, 3);
constexpr auto titles = sql_query<sql_column<"id", std::int64_t>, sql_column<"title", std::string>>(
    "select {}, {} from {} where {} > {}"_sql, posts.id, posts.title, posts, posts.id, 3);

TEST(sql_query, runs_by_itself) {
  static_assert(long_names.text() == "select id, length(name) from people where id > $1::integer");
  EXPECT_EQ(to_sql(long_names).params, (std::vector<std::optional<std::string>>{"3"}));
  using row = row_type<decltype(long_names)>;
  static_assert(std::same_as<std::tuple_element_t<0, row>, int>);
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<std::int64_t>>);
}

TEST(sql_query, reads_the_tables_that_it_is_given) {
  static_assert(titles.text() ==
                R"(select "posts"."id", "posts"."title" from "posts" where "posts"."id" > $1::integer)");
  constexpr auto aliased = users.as("u"_name);
  constexpr auto joined =
      sql_query<sql_column<"name", std::string>>("select {} from {}, {} tablesample system (5) where {} = {}"_sql,
                                                 aliased.name, aliased, posts, posts.author_id, aliased.id);
  static_assert(joined.text() == R"(select "u"."name" from "users" as "u", "posts" tablesample system (5))"
                                 R"( where "posts"."author_id" = "u"."id")");
  constexpr auto recent = select(posts.id).from(posts).limit(4).as("recent"_name);
  constexpr auto of_query = sql_query<sql_column<"id", std::int64_t>>("select * from {} where id > {}"_sql, recent, 1);
  static_assert(of_query.text() == R"(select * from (select "posts"."id" from "posts" limit $1) as "recent")"
                                   R"( where id > $2::integer)");
}

TEST(sql_query, stands_in_from_under_its_own_names) {
  constexpr auto named = long_names.as("long"_name);
  static_assert(
      select(named["size"_name]).from(named).text() ==
      R"(select "long"."size" from (select id, length(name) from people where id > $1::integer) as "long"("id", "size"))");
  constexpr auto beside = select(posts.id, named["id"_name]).from(posts).left_join(named, named["id"_name] == posts.id);
  static_assert(
      beside.text().ends_with(R"(where id > $1::integer) as "long"("id", "size") on "long"."id" = "posts"."id")"));
  using row = row_type<decltype(beside)>;
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<int>>);
  // without a list of columns, those of the text
  using all = row_type<decltype(select().from(named))>;
  static_assert(std::tuple_size_v<all> == 2);
}

TEST(sql_query, reads_the_tables_before_it_where_it_is_lateral) {
  constexpr auto next = sql_query<sql_column<"n", std::optional<int>>>("select {} + 1"_sql, users.age).as("next"_name);
  static_assert(select(users.name, next["n"_name]).from(users).cross_join(lateral(next)).text() ==
                R"(select "users"."name", "next"."n" from "users" cross join lateral (select "users"."age" + 1))"
                R"( as "next"("n"))");
}

TEST(sql_query, stands_in_with) {
  constexpr auto long_ones = cte("long"_name).as(long_names);
  constexpr auto counted = cte("counted"_name).as(select(count().as("n"_name)).from(long_ones));
  static_assert(with(long_ones, counted).select(counted["n"_name]).from(counted).text() ==
                R"(with "long"("id", "size") as (select id, length(name) from people where id > $1::integer), )"
                R"("counted" as (select count(*) as "n" from "long") select "counted"."n" from "counted")");
  constexpr auto numbers =
      cte("numbers"_name).recursive(sql_query<sql_column<"n", int>>("select 1"_sql), [](auto before) {
        return select((before["n"_name] + 1).as("n"_name)).from(before).where(before["n"_name] < 9);
      });
  static_assert(
      with(numbers)
          .select(numbers["n"_name])
          .from(numbers)
          .text()
          .starts_with(R"(with recursive "numbers"("n") as ((select 1) union all (select "numbers"."n" + $1)"));
}

TEST(sql_query, stands_where_a_select_may) {
  constexpr auto both = union_all(titles, select(posts.id, posts.title).from(posts)).order_by("id"_name);
  static_assert(both.text() ==
                R"((select "posts"."id", "posts"."title" from "posts" where "posts"."id" > $1::integer) union all )"
                R"((select "posts"."id", "posts"."title" from "posts") order by "id")");
  constexpr auto one = sql_query<sql_column<"n", int>>("select 7"_sql);
  static_assert(select(posts.id).from(posts).where(posts.id == scalar(one) || exists(one)).text() ==
                R"(select "posts"."id" from "posts" where "posts"."id" = (select 7) or exists (select 7))");
  // a list of rows may be shorter than one
  static_assert(std::same_as<std::tuple_element_t<0, row_type<decltype(select(scalar(one)))>>, std::optional<int>>);
  static_assert(insert_into(users)
                    .columns(users.email, users.name)
                    .select(sql_query<sql_column<"a", std::string>, sql_column<"b", std::string>>("table old"_sql))
                    .text() == R"(insert into "users" ("email", "name") table old)");
}

TEST(sql_source, is_named_and_typed_in_from) {
  constexpr auto n = sql_source<sql_column<"", int>>("generate_series(1, {})"_sql, 3).as("n"_name);
  static_assert(select(n.value()).from(n).text() ==
                R"(select "n"."n" from generate_series(1, $1::integer) as "n"("n"))");
  constexpr auto items =
      sql_source<sql_column<"id", std::int64_t>, sql_column<"name", std::optional<std::string>>>(
          "xmltable('/r/i' passing {}::xml columns id bigint path '@id', name text path '.')"_sql, users.name)
          .as("items"_name);
  constexpr auto query = select(users.id, items["name"_name]).from(users).cross_join(items);
  static_assert(query.text() ==
                R"(select "users"."id", "items"."name" from "users" cross join xmltable('/r/i' passing )"
                R"("users"."name"::xml columns id bigint path '@id', name text path '.') as "items"("id", "name"))");
  using row = row_type<decltype(query)>;
  static_assert(std::same_as<std::tuple_element_t<1, row>, std::optional<std::string>>);
}

TEST(sql_source, names_its_columns_in_from_and_counts_them) {
  constexpr auto source = sql_source<sql_column<"a", int>, sql_column<"b", int>>(
      "rows from (generate_series(1, 2), generate_series(3, 4))"_sql);
  constexpr auto numbered = source.with_ordinality().as("t"_name, "x"_name, "y"_name, "place"_name);
  static_assert(select(numbered["y"_name], numbered.ordinality()).from(numbered).text() ==
                R"(select "t"."y", "t"."place" from rows from (generate_series(1, 2), generate_series(3, 4)))"
                R"( with ordinality as "t"("x", "y", "place"))");
}

// What `with(…)` gives is a value: it begins as many statements as are wanted of it.
TEST(with_in_a_variable, begins_any_number_of_statements) {
  constexpr auto old = cte("old"_name).as(select(posts.id).from(posts).where(posts.id < 9));
  constexpr auto begun = with(old);
  constexpr std::string_view head = R"(with "old" as (select "posts"."id" from "posts" where "posts"."id" < $1) )";
  static_assert(begun.select(old[posts.id]).from(old).text().starts_with(head));
  static_assert(begun.select(count()).from(old).text().substr(head.size()) == R"(select count(*) from "old")");
  static_assert(begun.select_distinct(old[posts.id]).from(old).text().substr(head.size()) ==
                R"(select distinct "old"."id" from "old")");
  static_assert(begun.select_distinct_on(on(old[posts.id]), old[posts.id]).from(old).text().substr(head.size()) ==
                R"(select distinct on ("old"."id") "old"."id" from "old")");
  static_assert(
      begun.delete_from(posts).where(in_(posts.id, select(old[posts.id]).from(old))).text().starts_with(head));
  const auto changes = begun.update(posts).set(posts.title = "x").from(old).where(posts.id == old[posts.id]);
  static_assert(decltype(changes)::text().starts_with(head));
  const auto inserts = begun.insert_into(users).values(users.email = "a", users.name = "b");
  static_assert(decltype(inserts)::text().substr(head.size()).starts_with("insert into"));
  static_assert(begun.merge_into(posts)
                    .using_(old)
                    .on(posts.id == old[posts.id])
                    .when_matched()
                    .then_delete()
                    .text()
                    .starts_with(head));
  EXPECT_EQ(to_sql(begun.select(count()).from(old)), to_sql(begun.select(count()).from(old)));
}

}  // namespace
