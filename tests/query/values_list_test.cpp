// SPDX-License-Identifier: BSL-1.0
//
// Rows that are written in a query.
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::row;
using virga::select;
using bound = std::vector<std::optional<std::string>>;
template <std::size_t Index, class Query>
using value_at = std::tuple_element_t<Index, virga::row_type<Query>>;

TEST(values_list, is_a_source) {
  const auto v = virga::values(row(1, "a"), row(2, std::string("b"))).as("v"_name, "id"_name, "name"_name);
  const auto query = select(v["id"_name], v["name"_name]).from(v).where(v["id"_name] > 1);
  static_assert(query.text() ==
                R"(select "v"."id", "v"."name" from (values ($1::integer, $2::text), ($3::integer, $4::text))"
                R"() as "v"("id", "name") where "v"."id" > $5)");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"1", "a", "2", "b", "1"}));
  static_assert(std::same_as<value_at<0, decltype(query)>, std::int32_t>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::string>);
}

TEST(values_list, a_column_has_the_type_that_its_values_have_in_common) {
  const auto v =
      virga::values(row(virga::null, 1), row(std::optional<int>(), std::int64_t{2}), row(std::optional(3), 4))
          .as("v"_name, "a"_name, "b"_name);
  const auto query = select().from(v);
  static_assert(query.text() ==
                R"(select "v"."a", "v"."b" from (values (null::integer, $1::bigint), ($2::integer, $3::bigint),)"
                R"( ($4::integer, $5::bigint)) as "v"("a", "b"))");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"1", std::nullopt, "2", "3", "4"}));
  static_assert(std::same_as<value_at<0, decltype(query)>, std::optional<std::int32_t>>);
  static_assert(std::same_as<value_at<1, decltype(query)>, std::int64_t>);
}

TEST(values_list, holds_expressions_and_joins_tables) {
  const auto v =
      virga::values(row(virga::lower(virga::cast<std::string>("A")), 1)).as("v"_name, "name"_name, "place"_name);
  const auto query = select(users.name, v["place"_name]).from(users).left_join(v, v["name"_name] == users.name);
  static_assert(query.text() == R"(select "users"."name", "v"."place" from "users" left join (values (lower($1::text),)"
                                R"( $2::integer)) as "v"("name", "place") on "v"."name" = "users"."name")");
  static_assert(std::same_as<value_at<1, decltype(query)>, std::optional<std::int32_t>>);
}

TEST(values_list, a_lateral_one_reads_the_tables_before_it) {
  const auto v = virga::values(row("name", users.name), row("email", virga::cast<std::string>(users.email)))
                     .as("v"_name, "key"_name, "value"_name);
  const auto query = select(users.id, v["key"_name], v["value"_name]).from(users).cross_join(virga::lateral(v));
  static_assert(query.text() ==
                R"(select "users"."id", "v"."key", "v"."value" from "users" cross join lateral (values)"
                R"( ($1::text, "users"."name"), ($2::text, cast("users"."email" as text))) as "v"("key", "value"))");
}

TEST(values_list, changes_rows) {
  const auto v =
      virga::values(row(std::int64_t{1}, "One"), row(std::int64_t{2}, "Two")).as("v"_name, "id"_name, "title"_name);
  const auto change = virga::update(posts).set(posts.title = v["title"_name]).from(v).where(posts.id == v["id"_name]);
  static_assert(change.text() == R"(update "posts" set "title" = "v"."title" from (values ($1::bigint, $2::text),)"
                                 R"( ($3::bigint, $4::text)) as "v"("id", "title") where "posts"."id" = "v"."id")");
  EXPECT_EQ(virga::to_sql(change).params, (bound{"1", "One", "2", "Two"}));
}

TEST(values_list, is_a_member_of_a_set_operation) {
  const auto query =
      virga::union_all(select(posts.id, posts.title).from(posts), virga::values(row(1, "a"), row(2, "b")))
          .order_by(posts.id);
  static_assert(decltype(query)::text() ==
                R"((select "posts"."id", "posts"."title" from "posts") union all (values ($1::integer, $2::text), )"
                R"(($3::integer, $4::text)) order by "id")");
  EXPECT_EQ(virga::to_sql(query).params, (bound{"1", "a", "2", "b"}));
  // the type of both, and null where either may be
  static_assert(std::same_as<value_at<0, std::remove_const_t<decltype(query)>>, std::int64_t>);
  const auto nulls = virga::union_(select(posts.title).from(posts), virga::values(row(std::optional<std::string>())));
  static_assert(std::same_as<value_at<0, std::remove_const_t<decltype(nulls)>>, std::optional<std::string>>);
  const auto taken = virga::except(select(posts.title).from(posts), virga::values(row(std::optional<std::string>())));
  static_assert(std::same_as<value_at<0, std::remove_const_t<decltype(taken)>>, std::string>);
}

TEST(values_list, is_the_first_member_of_a_set_operation) {
  const auto query = virga::union_(virga::values(row(1, "a")), select(users.age, users.name).from(users))
                         .order_by("column2"_name)
                         .limit(3);
  EXPECT_EQ(query.text(),
            R"((values ($1::integer, $2::text)) union (select "users"."age", "users"."name" from "users"))"
            R"( order by "column2" limit $3)");
  const auto rows = query.as("r"_name);
  EXPECT_TRUE(select(rows["column1"_name]).from(rows).text().starts_with(R"(select "r"."column1" from ((values)"));
}

TEST(values_list, of_many_columns_has_numbered_names) {
  const auto rows = virga::union_(virga::values(row(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
                                  virga::values(row(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))
                        .as("r"_name);
  EXPECT_TRUE(select(rows["column9"_name], rows["column10"_name])
                  .from(rows)
                  .text()
                  .starts_with(R"(select "r"."column9", "r"."column10" from ((values)"));
}

}  // namespace
