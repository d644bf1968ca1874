// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::only_if;
using virga::select;
using values = std::vector<std::optional<std::string>>;

TEST(only_if, a_column_that_may_be_left_out_keeps_its_place) {
  const auto query = [](bool wanted) { return select(users.id, only_if(wanted, users.name)).from(users); };
  static_assert(query(true).text() == R"(select "users"."id", case when $1 then "users"."name" end from "users")");
  EXPECT_EQ(virga::to_sql(query(true)).params, (values{"t"}));
  EXPECT_EQ(virga::to_sql(query(false)).params, (values{"f"}));
  using row = virga::row_type<decltype(query(true))>;
  static_assert(
      std::same_as<std::remove_cvref_t<decltype(std::declval<row&>()[users.name])>, std::optional<std::string>>);
  static_assert(std::same_as<std::remove_cvref_t<decltype(std::declval<row&>().id)>, boost::uuids::uuid>);
}

TEST(only_if, an_expression_with_values_and_a_name) {
  const auto query = virga::to_sql(select(only_if(true, users.age + 1).as("next"_name)).from(users));
  EXPECT_EQ(query.text, R"(select case when $1 then "users"."age" + $2 end as "next" from "users")");
  EXPECT_EQ(query.params, (values{"t", "1"}));
}

TEST(only_if, a_join_that_may_be_left_out_makes_its_columns_optional) {
  const auto query = select(users.name, posts.title)
                         .from(users)
                         .left_join(only_if(false, posts), posts.author_id == users.id || posts.id == 1)
                         .where(users.age > 2);
  static_assert(query.text() ==
                R"(select "users"."name", "posts"."title" from "users" left join "posts" on $1 and)"
                R"( ("posts"."author_id" = "users"."id" or "posts"."id" = $2) where "users"."age" > $3)");
  EXPECT_EQ(virga::to_sql(query).params, (values{"f", "1", "2"}));
  using row = virga::row_type<std::remove_cv_t<decltype(query)>>;
  static_assert(std::same_as<std::remove_cvref_t<decltype(std::declval<row&>().title)>, std::optional<std::string>>);
}

TEST(only_if, a_join_of_a_query_that_lives_on) {
  const auto base = select(users.name).from(users);
  const auto joined =
      base.left_join(only_if(true, posts), posts.author_id == users.id && virga::when(false, posts.id == 1));
  EXPECT_EQ(virga::to_sql(joined).text,
            R"(select "users"."name" from "users" left join "posts" on $1 and "posts"."author_id" = "users"."id")");
  EXPECT_EQ(base.text(), R"(select "users"."name" from "users")");
}

}  // namespace
