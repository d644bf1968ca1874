// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::condition;
using tests::users;
using virga::sql;

template <class Expression>
virga::rendered_sql listed(const Expression& expression) {
  auto query = virga::to_sql(virga::select(expression).from(users));
  query.text = query.text.substr(7, query.text.size() - 7 - 13);
  return query;
}
using values = std::vector<std::optional<std::string>>;

TEST(raw_sql, columns_stand_in_the_holes) {
  EXPECT_EQ(listed(sql<std::string>("lower({})"_sql, users.email)).text, R"(lower("users"."email"))");
  EXPECT_EQ(listed(sql<std::string>("concat({}, ' ', {})"_sql, users.name, users.email)).text,
            R"(concat("users"."name", ' ', "users"."email"))");
  EXPECT_EQ(listed(sql<int>("1"_sql)).text, "1");
}

TEST(raw_sql, values_are_bound_and_cast) {
  const auto query = listed(sql<std::string>("repeat({}, {})"_sql, "a", 3));
  EXPECT_EQ(query.text, "repeat($1::text, $2::integer)");
  EXPECT_EQ(query.params, (values{"a", "3"}));
}

TEST(raw_sql, values_of_each_kind_have_their_type) {
  EXPECT_EQ(listed(sql<bool>("{}"_sql, true)).text, "$1::boolean");
  EXPECT_EQ(listed(sql<short>("{}"_sql, short{1})).text, "$1::smallint");
  EXPECT_EQ(listed(sql<std::int64_t>("{}"_sql, std::int64_t{1})).text, "$1::bigint");
  EXPECT_EQ(listed(sql<float>("{}"_sql, 1.5F)).text, "$1::real");
  EXPECT_EQ(listed(sql<double>("{}"_sql, 1.5)).text, "$1::double precision");
  EXPECT_EQ(listed(sql<std::string>("{}"_sql, std::string("x"))).text, "$1::text");
  EXPECT_EQ(listed(sql<std::string>("{}"_sql, std::string_view("x"))).text, "$1::text");
  EXPECT_EQ(listed(sql<int>("cardinality({})"_sql, std::vector<int>{1, 2})).text, "cardinality($1::integer[])");
  EXPECT_EQ(listed(sql<boost::uuids::uuid>("{}"_sql, boost::uuids::uuid{})).text, "$1::uuid");
}

TEST(raw_sql, doubled_braces_are_braces) {
  EXPECT_EQ(listed(sql<std::string>("'{{}}'"_sql)).text, "'{}'");
  EXPECT_EQ(listed(sql<std::string>("'{{{}}}'"_sql, users.name)).text, R"('{"users"."name"}')");
  EXPECT_EQ(listed(sql<std::string>("'{{a,b}}'::text[]"_sql)).text, "'{a,b}'::text[]");
}

TEST(raw_sql, single_braces_that_are_no_hole_stay) {
  EXPECT_EQ(listed(sql<std::string>("'{a}' || {} || '}'"_sql, users.name)).text, R"('{a}' || "users"."name" || '}')");
}

TEST(raw_sql, text_in_a_value_is_never_text_of_the_query) {
  const auto query = listed(sql<std::string>("{} || {}"_sql, "{}", "'; drop table users; --"));
  EXPECT_EQ(query.text, "$1::text || $2::text");
  EXPECT_EQ(query.params, (values{"{}", "'; drop table users; --"}));
}

TEST(raw_sql, as_an_operand_is_bracketed) {
  EXPECT_EQ(condition(users, sql<int>("{} + 1"_sql, users.age) * 2 == 4), R"(("users"."age" + 1) * $1 = $2)");
  EXPECT_EQ(condition(users, sql<bool>("a or b"_sql) && users.age > 1), R"((a or b) and "users"."age" > $1)");
  EXPECT_EQ(condition(users, !sql<bool>("a or b"_sql)), "not (a or b)");
  EXPECT_EQ(condition(users, sql<bool>("a or b"_sql)), "a or b");
}

TEST(raw_sql, an_argument_that_is_looser_than_a_column_is_bracketed) {
  EXPECT_EQ(listed(sql<int>("{} * 2"_sql, users.age + 1)).text, R"(("users"."age" + $1) * 2)");
  EXPECT_EQ(listed(sql<bool>("not {}"_sql, users.age > 1 || users.age < 0)).text,
            R"(not ("users"."age" > $1 or "users"."age" < $2))");
}

TEST(raw_sql, declares_type_and_nullability) {
  using never = virga::row_type<decltype(virga::select(sql<int>("1"_sql)).from(users))>;
  using maybe = virga::row_type<decltype(virga::select(sql<std::optional<int>>("1"_sql)).from(users))>;
  static_assert(std::same_as<std::tuple_element_t<0, never>, int>);
  static_assert(std::same_as<std::tuple_element_t<0, maybe>, std::optional<int>>);
  SUCCEED();
}

TEST(raw_sql, text_is_a_constant) {
  static_assert(virga::select(sql<std::string>("lower({})"_sql, users.email).as("mail"_name)).from(users).text() ==
                R"(select lower("users"."email") as "mail" from "users")");
  SUCCEED();
}

TEST(raw_sql, may_stand_in_every_clause) {
  const auto length = sql<int>("length({})"_sql, users.name);
  static_assert(virga::select(length, virga::count()).from(users).group_by(length).order_by(desc(length)).text() ==
                R"(select length("users"."name"), count(*) from "users" group by length("users"."name"))"
                R"( order by length("users"."name") desc)");
  SUCCEED();
}

}  // namespace
