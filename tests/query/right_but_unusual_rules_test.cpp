// SPDX-License-Identifier: BSL-1.0
//
// Right programs close to what tests/compile_fail refuses about types without comparisons, frames, recursion and
// aggregates of the query around: a rule must not refuse more than SQL does.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "support/blog_tables.hpp"
#include "virga/types/geometry.hpp"

namespace {

namespace pg = virga::pg;
using namespace virga;
using namespace virga::literals;
using namespace tests::blog;

// ---- types without all comparisons --------------------------------------------------------------------------------
TEST(right_but_unusual_rules, json_in_a_union_that_keeps_equal_rows) {
  constexpr auto q = union_all(select(cast<types::json>(users.name).as("x"_name)).from(users),
                               select(cast<types::json>(posts.title).as("x"_name)).from(posts));
  EXPECT_EQ(q.text(), R"((select cast("users"."name" as json) as "x" from "users") union all )"
                      R"((select cast("blog"."posts"."title" as json) as "x" from "blog"."posts"))");
}

TEST(right_but_unusual_rules, json_where_nothing_is_compared) {
  constexpr auto json = cast<types::json>(users.name);
  constexpr auto q =
      select(json, coalesce(json, json), case_when(is_null(json), json).else_(json), count(json), json_agg(json))
          .from(users)
          .group_by(users.id);
  EXPECT_NE(q.text().find("count(cast("), std::string_view::npos);
}

TEST(right_but_unusual_rules, json_beside_an_order_by_something_else) {
  constexpr auto q = select_distinct_on(on(users.age), users.age, cast<types::json>(users.name).as("x"_name))
                         .from(users)
                         .order_by(users.age);
  EXPECT_EQ(q.text(),
            R"(select distinct on ("users"."age") "users"."age", cast("users"."name" as json) as "x" from "users" )"
            R"(order by "users"."age")");
}

TEST(right_but_unusual_rules, figures_are_compared_as_far_as_postgresql_does) {
  constexpr auto box = cast<types::box>(users.name);
  constexpr auto point = cast<types::point>(users.name);
  constexpr auto q =
      select(users.id).from(users).where(box == box && box < box && between(box, box, box) && point != point);
  EXPECT_NE(q.text().find(" between "), std::string_view::npos);
}

// ---- aggregates and casts -----------------------------------------------------------------------------------------
TEST(right_but_unusual_rules, distinct_aggregates_in_the_order_of_their_argument) {
  const auto q =
      select(string_agg(users.email, ",").distinct().order_by(desc(users.email), users.email).filter(users.age > 1),
             array_agg(lower(users.name)).order_by(lower(users.name)).distinct())
          .from(users);
  EXPECT_EQ(q.text(),
            R"(select string_agg(distinct "users"."email", $1::text order by "users"."email" desc, "users"."email") )"
            R"(filter (where "users"."age" > $2), array_agg(distinct lower("users"."name") order by )"
            R"(lower("users"."name")) from "users")");
}

TEST(right_but_unusual_rules, casts_that_postgresql_has) {
  constexpr auto q =
      select(cast<bool>(users.age), cast<int>(users.age > 1), cast<types::bytea>(users.name),
             cast<std::string>(users.id), cast<types::date>(users.created_at),
             cast<types::jsonb>(cast<types::json>(users.name)), cast<double>(cast<types::jsonb>(users.name)),
             cast<types::point>(cast<types::box>(users.name)),
             cast<std::vector<std::string>>(cast<std::vector<int>>(users.name)))
          .from(users);
  EXPECT_NE(q.text().find("as point"), std::string_view::npos);
}

TEST(right_but_unusual_rules, to_char_of_what_is_no_number) {
  const auto q =
      select(to_char(users.created_at, "YYYY"), to_char(cast<types::date>(users.name), "DD"), to_char(1, users.name))
          .from(users);
  EXPECT_NE(q.text().find("to_char($"), std::string_view::npos);
}

// ---- lateral tables and frames ------------------------------------------------------------------------------------
TEST(right_but_unusual_rules, lateral_under_a_right_join_reads_nothing_before_it) {
  constexpr auto titles = select(posts.title).from(posts).as("titles"_name);
  constexpr auto q = select(users.name, titles[posts.title])
                         .from(users)
                         .right_join(lateral(titles), titles[posts.title] == users.name);
  EXPECT_EQ(q.text(),
            R"(select "users"."name", "titles"."title" from "users" right join lateral (select "blog"."posts"."title" )"
            R"(from "blog"."posts") as "titles" on "titles"."title" = "users"."name")");
}

TEST(right_but_unusual_rules, lateral_reads_both_sides_of_a_right_join_before_it) {
  constexpr auto more =
      select(tags.tag).from(tags).where(tags.post_id == posts.id && tags.tag != users.name).as("more"_name);
  constexpr auto q = select(more[tags.tag])
                         .from(users)
                         .right_join(posts, posts.author_id == users.id)
                         .left_join(lateral(more), posts.likes > users.age);
  EXPECT_NE(q.text().find("left join lateral"), std::string_view::npos);
}

TEST(right_but_unusual_rules, condition_of_a_full_join_reads_both_sides_in_a_subquery) {
  constexpr auto q =
      select(posts.title)
          .from(users)
          .full_join(posts,
                     exists(select(tags.tag).from(tags).where(tags.post_id == posts.id && tags.tag == users.name)));
  EXPECT_NE(q.text().find("full join \"blog\".\"posts\" on exists"), std::string_view::npos);
}

TEST(right_but_unusual_rules, frames) {
  const auto q =
      select(count().over(
                 partition_by(users.age).groups_between(preceding(1), current_row).order_by(users.name, users.id)),
             count().over(partition_by(users.age).range_between(unbounded_preceding, unbounded_following)),
             count().over(order_by(users.name, users.id).range_between(current_row, unbounded_following)),
             count().over(order_by(desc(users.age)).range_between(preceding(2), following(2))),
             count().over(partition_by(users.name).rows_between(preceding(2), following(2))))
          .from(users);
  EXPECT_NE(q.text().find("range between $2 preceding and $3 following"), std::string_view::npos);
}

}  // namespace
