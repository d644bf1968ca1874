// SPDX-License-Identifier: BSL-1.0
#include <gtest/gtest.h>

#include "support/tables.hpp"

namespace {

using namespace virga::literals;
using tests::posts;
using tests::users;
using virga::select;

using user = virga::infer_select<users>;
using post = virga::infer_select<posts>;
template <std::size_t Index, class Query>
using column_type = std::tuple_element_t<Index, virga::row_type<Query>>;
template <class Query, class... Expected>
inline constexpr bool gives = [] {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (std::same_as<column_type<Index, Query>, Expected> && ...);
  }
  (std::index_sequence_for<Expected...>{}) && std::tuple_size_v<virga::row_type<Query>> == sizeof...(Expected);
}();

TEST(join, each_kind_has_its_sql) {
  const auto on = posts.author_id == users.id;
  static_assert(select(posts.id).from(users).inner_join(posts, on).text() ==
                R"(select "posts"."id" from "users" inner join "posts" on "posts"."author_id" = "users"."id")");
  static_assert(select(posts.id).from(users).left_join(posts, on).text() ==
                R"(select "posts"."id" from "users" left join "posts" on "posts"."author_id" = "users"."id")");
  static_assert(select(posts.id).from(users).right_join(posts, on).text() ==
                R"(select "posts"."id" from "users" right join "posts" on "posts"."author_id" = "users"."id")");
  static_assert(select(posts.id).from(users).full_join(posts, on).text() ==
                R"(select "posts"."id" from "users" full join "posts" on "posts"."author_id" = "users"."id")");
  static_assert(select(posts.id).from(users).cross_join(posts).text() ==
                R"(select "posts"."id" from "users" cross join "posts")");
  SUCCEED();
}

TEST(join, nothing_named_gives_each_tables_row) {
  const auto on = posts.author_id == users.id;
  using inner = decltype(select().from(users).inner_join(posts, on));
  using left = decltype(select().from(users).left_join(posts, on));
  using right = decltype(select().from(users).right_join(posts, on));
  using full = decltype(select().from(users).full_join(posts, on));
  using cross = decltype(select().from(users).cross_join(posts));
  static_assert(gives<inner, user, post>);
  static_assert(gives<left, user, std::optional<post>>);
  static_assert(gives<right, std::optional<user>, post>);
  static_assert(gives<full, std::optional<user>, std::optional<post>>);
  static_assert(gives<cross, user, post>);
  SUCCEED();
}

TEST(join, makes_single_columns_optional_too) {
  const auto on = posts.author_id == users.id;
  using left = decltype(select(users.name, users.age, posts.title).from(users).left_join(posts, on));
  using right = decltype(select(users.name, users.age, posts.title).from(users).right_join(posts, on));
  using full = decltype(select(users.name, posts.title).from(users).full_join(posts, on));
  static_assert(gives<left, std::string, std::optional<std::int32_t>, std::optional<std::string>>);
  static_assert(gives<right, std::optional<std::string>, std::optional<std::int32_t>, std::string>);
  static_assert(gives<full, std::optional<std::string>, std::optional<std::string>>);
  SUCCEED();
}

TEST(join, makes_expressions_over_its_columns_optional) {
  const auto on = posts.author_id == users.id;
  using left = decltype(select(posts.id + 1, posts.title == users.name, is_null(posts.id), count(posts.id))
                            .from(users)
                            .left_join(posts, on)
                            .group_by(posts.id, posts.title, users.name));
  static_assert(gives<left, std::optional<std::int64_t>, std::optional<bool>, bool, std::int64_t>);
  SUCCEED();
}

TEST(join, a_later_right_join_makes_all_before_it_optional) {
  constexpr auto editor = users.as("editor"_name);
  using query = decltype(select(users.name, posts.title, editor.name)
                             .from(users)
                             .inner_join(posts, posts.author_id == users.id)
                             .right_join(editor, editor.id == posts.author_id));
  static_assert(gives<query, std::optional<std::string>, std::optional<std::string>, std::string>);
  using then_inner = decltype(select(users.name, editor.name)
                                  .from(users)
                                  .left_join(posts, posts.author_id == users.id)
                                  .inner_join(editor, editor.id == posts.author_id));
  static_assert(gives<then_inner, std::string, std::string>);
  SUCCEED();
}

TEST(join, said_before_from_gives_the_same_types) {
  using query = decltype(select().left_join(posts, posts.author_id == users.id).from(users));
  static_assert(gives<query, user, std::optional<post>>);
  SUCCEED();
}

TEST(join, of_a_table_with_itself_needs_an_alias_and_keeps_both_apart) {
  constexpr auto other = users.as("other"_name);
  const auto query =
      select(users.name, other.name).from(users).inner_join(other, other.age == users.age && other.id != users.id);
  static_assert(query.text() == R"(select "users"."name", "other"."name" from "users" inner join "users" as "other")"
                                R"( on "other"."age" = "users"."age" and "other"."id" <> "users"."id")");
  virga::row_type<decltype(query)> row;
  row[users.name] = "Ann";
  row[other.name] = "Bob";
  EXPECT_EQ(row[users.name], "Ann");
  EXPECT_EQ(row[other.name], "Bob");
}

TEST(join, condition_may_bind_values_and_be_grouped) {
  const auto query = select(users.id).from(users).left_join(
      posts, (posts.title == "a" || posts.title == "b") && posts.author_id == users.id);
  static_assert(
      query.text() ==
      R"(select "users"."id" from "users" left join "posts" on ("posts"."title" = $1 or "posts"."title" = $2))"
      R"( and "posts"."author_id" = "users"."id")");
  EXPECT_EQ(virga::to_sql(query).params, (std::vector<std::optional<std::string>>{"a", "b"}));
}

TEST(join, condition_may_have_optional_parts) {
  const auto text = [](bool flag) {
    return virga::to_sql(select(users.id).from(users).left_join(
                             posts, posts.author_id == users.id && when(flag, posts.published == true)))
        .text;
  };
  EXPECT_EQ(text(false), R"(select "users"."id" from "users" left join "posts" on "posts"."author_id" = "users"."id")");
  EXPECT_EQ(text(true), R"(select "users"."id" from "users" left join "posts" on "posts"."author_id" = "users"."id")"
                        R"( and "posts"."published" = $1)");
}

TEST(join, condition_with_all_parts_left_out_is_still_sql) {
  const auto query = select(users.id).from(users).left_join(posts, when(false, posts.published == true));
  // an outer join has no spelling without a condition, so either `on true` or a clear refusal will do
  try {
    EXPECT_EQ(virga::to_sql(query).text, R"(select "users"."id" from "users" left join "posts" on true)");
  } catch (const virga::empty_statement&) {
  }
}

}  // namespace
