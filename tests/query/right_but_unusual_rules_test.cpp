// SPDX-License-Identifier: BSL-1.0
//
// Right programs close to what tests/compile_fail refuses about types without comparisons, frames, recursion and
// aggregates of the query around: a rule must not refuse more than SQL does.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "support/blog_tables.hpp"
#include "virga/expr/geometry_functions.hpp"
#include "virga/expr/statistics.hpp"
#include "virga/types/geometry.hpp"
#include "virga/types/hstore.hpp"
#include "virga/types/inet.hpp"
#include "virga/types/pg_lsn.hpp"
#include "virga/types/range.hpp"
#include "virga/types/registered_name.hpp"
#include "virga/types/time.hpp"

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

TEST(right_but_unusual_rules, rows_and_arrays_where_nothing_is_ordered) {
  constexpr auto box = cast<types::box>(users.name);
  constexpr auto store = cast<types::hstore>(users.name);
  constexpr auto jsons = cast<types::array_of<types::json>>(users.name);
  constexpr auto q = select(cardinality(jsons), array_cat(jsons, jsons), json_object_agg(users.age, jsons))
                         .from(users)
                         .where(is_distinct_from(row_of(users.age, box), row_of(users.age, box)) &&
                                row_of(users.age, store) == row_of(users.age, store) && contains(box, box))
                         .group_by(users.id);
  EXPECT_EQ(q.text(),
            R"(select cardinality(cast("users"."name" as json[])), array_cat(cast("users"."name" as json[]), )"
            R"(cast("users"."name" as json[])), json_object_agg("users"."age", cast("users"."name" as json[])) )"
            R"(from "users" where ("users"."age", cast("users"."name" as box)) is distinct from ("users"."age", )"
            R"(cast("users"."name" as box)) and ("users"."age", cast("users"."name" as hstore)) = ("users"."age", )"
            R"(cast("users"."name" as hstore)) and cast("users"."name" as box) @> cast("users"."name" as box) )"
            R"(group by "users"."id")");
}

TEST(right_but_unusual_rules, extremes_of_what_postgresql_casts_first_and_of_arrays) {
  constexpr auto network = max(cast<types::cidr>(users.name));
  constexpr auto table = min(cast<types::regclass>(users.name));
  constexpr auto ranges = max(cast<types::array_of<types::int4range>>(users.name));
  static_assert(std::same_as<decltype(network)::type, types::inet> && std::same_as<decltype(table)::type, types::oid>);
  static_assert(std::same_as<decltype(ranges)::type, types::array_of<types::int4range>>);
  constexpr auto q =
      select(network, table, max(cast<types::pg_lsn>(users.name)), min(cast<types::timetz>(users.name))).from(users);
  EXPECT_EQ(q.text(),
            R"(select max(cast("users"."name" as cidr)), min(cast("users"."name" as regclass)), )"
            R"(max(cast("users"."name" as pg_lsn)), min(cast("users"."name" as time with time zone)) from "users")");
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

// ---- queries that read themselves ---------------------------------------------------------------------------------
constexpr auto first = select(sql<int>("1"_sql).as("n"_name));

template <class Next>
std::string_view recursive(Next next) {
  auto numbers = cte("numbers"_name).recursive(first, next);
  return with(numbers).select(numbers["n"_name]).from(numbers).text();
}

TEST(right_but_unusual_rules, recursion_with_distinct_limit_and_order) {
  const auto text =
      recursive([](auto t) { return select_distinct(t["n"_name]).from(t).order_by(t["n"_name]).limit(3); });
  EXPECT_NE(text.find("select distinct"), std::string_view::npos);
}

TEST(right_but_unusual_rules, recursion_on_the_side_of_an_outer_join_that_stays) {
  const auto left = recursive([](auto t) {
    return select(coalesce(users.age, t["n"_name]))
        .from(users)
        .full_join(posts, posts.author_id == users.id)
        .right_join(t, users.age == t["n"_name])
        .left_join(tags, tags.place > 1);
  });
  EXPECT_NE(left.find("right join"), std::string_view::npos);
}

TEST(right_but_unusual_rules, recursion_through_a_derived_table) {
  const auto text = recursive([](auto t) {
    auto inner = select(t["n"_name]).from(t).where(t["n"_name] < 10).as("inner"_name);
    return select(inner["n"_name] + 1)
        .from(inner)
        .inner_join(users, users.age == inner["n"_name])
        .left_join(posts, posts.likes == 1);
  });
  EXPECT_NE(text.find(R"(as "inner")"), std::string_view::npos);
}

TEST(right_but_unusual_rules, recursion_with_groups_and_a_window) {
  const auto text =
      recursive([](auto t) { return select(t["n"_name] + 1).from(t).group_by(t["n"_name]).having(t["n"_name] > 1); });
  EXPECT_NE(text.find("group by"), std::string_view::npos);
  const auto numbered =
      recursive([](auto t) { return select(cast<int>(row_number().over(order_by(t["n"_name])))).from(t); });
  EXPECT_NE(numbered.find("over (order by"), std::string_view::npos);
}

TEST(right_but_unusual_rules, recursion_beside_an_aggregate_of_another_table) {
  const auto text = recursive([](auto t) {
    return select(t["n"_name] + 1)
        .from(t)
        .where(t["n"_name] < scalar(select(max(users.age)).from(users).where(users.age > t["n"_name])));
  });
  EXPECT_NE(text.find("max("), std::string_view::npos);
}

TEST(right_but_unusual_rules, recursion_reads_a_part_of_what_an_except_keeps) {
  const auto text =
      recursive([](auto t) { return except(select(t["n"_name] + 1).from(t), select(posts.likes).from(posts)); });
  EXPECT_NE(text.find(" except "), std::string_view::npos);
}

TEST(right_but_unusual_rules, recursion_inside_a_recursion) {
  const auto text = recursive([](auto t) {
    auto more = cte("more"_name).recursive(first, [](auto m) {
      return select(m["n"_name] + 1).from(m).where(m["n"_name] < 3);
    });
    return with(more).select(t["n"_name] + more["n"_name]).from(t).inner_join(more, t["n"_name] < 9);
  });
  EXPECT_NE(text.find(R"(with recursive "more")"), std::string_view::npos);
}

// ---- aggregates of the query around -------------------------------------------------------------------------------
TEST(right_but_unusual_rules, aggregate_of_the_query_around_in_having) {
  const auto q = select(users.age).from(users).group_by(users.age).having(
      exists(select(posts.id).from(posts).where(posts.likes > max(users.age))));
  EXPECT_NE(q.text().find("\"likes\" > max("), std::string_view::npos);
}

TEST(right_but_unusual_rules, aggregate_of_the_query_around_stands_beside_columns_of_the_subquery) {
  const auto q =
      select(scalar(select(cast<std::string>(sum(users.age))).from(posts).where(posts.title == "a"))).from(users);
  EXPECT_NE(q.text().find("sum("), std::string_view::npos);
  const auto beside =
      select(scalar(select(posts.likes + count(users.age)).from(posts).where(posts.id == 1))).from(users);
  EXPECT_NE(beside.text().find("count("), std::string_view::npos);
}

TEST(right_but_unusual_rules, aggregate_of_columns_of_both_queries_is_one_of_the_subquery) {
  constexpr auto q = select(users.name, scalar(select(sum(posts.likes + users.age)).from(posts))).from(users);
  EXPECT_NE(q.text().find("sum("), std::string_view::npos);
}

TEST(right_but_unusual_rules, aggregate_of_nothing_is_one_of_the_subquery) {
  constexpr auto q = select(users.name, scalar(select(count()).from(posts))).from(users);
  EXPECT_NE(q.text().find("count(*)"), std::string_view::npos);
}

TEST(right_but_unusual_rules, aggregate_over_a_subquery_that_reads_its_own_row) {
  constexpr auto q = select(sum(scalar(select(count()).from(posts).where(posts.author_id == users.id)))).from(users);
  EXPECT_NE(q.text().find("sum((select count(*)"), std::string_view::npos);
}

TEST(right_but_unusual_rules, value_of_a_subquery_that_only_aggregates_the_query_around_may_be_null) {
  constexpr scope none;
  using own = decltype(scalar(select(count(posts.id)).from(posts)));
  using around = decltype(scalar(select(count(users.id)).from(posts)));
  EXPECT_FALSE(own::nullable(none));
  EXPECT_TRUE(around::nullable(none)) << "one value for each of the posts, of which there may be none";
}

TEST(right_but_unusual_rules, conditions_grouped_and_said_again) {
  constexpr auto left = is_null(users.age);
  constexpr auto right = is_null(users.name);
  constexpr auto more = is_null(users.email);
  constexpr auto q =
      select(left && right && more, !(left && right && more), count()).from(users).group_by(left && right && more);
  EXPECT_NE(q.text().find("group by"), std::string_view::npos);
  constexpr auto parts = select((left && right) || more, count()).from(users).group_by(left && right, more);
  EXPECT_NE(parts.text().find(" or "), std::string_view::npos);
}

TEST(right_but_unusual_rules, placeholders_in_functions_of_text) {
  const auto q = select(users.id).from(users).where(users.name == lower(placeholder("name"_name)) &&
                                                    length(placeholder("word"_name)) > 3);
  EXPECT_EQ(q.text(), R"(select "users"."id" from "users" where "users"."name" = lower($1) and length($2) > $3)");
}

// ---- sums of groups -----------------------------------------------------------------------------------------------
template <class Query>
constexpr auto nulls_of(const Query&) {
  return []<class... Column>(type_list<Column...>) {
    std::string said;
    ((said += Column::nullable ? '?' : '.'), ...);
    return said;
  }(query::columns_given_by<Query>{});
}

TEST(right_but_unusual_rules, sums_of_what_is_never_null_are_not_null_in_a_group) {
  EXPECT_EQ(
      nulls_of(select(posts.author_id, max(posts.likes), sum(posts.likes), avg(posts.likes),
                      string_agg(posts.title, ","), array_agg(posts.title), bool_and(posts.published), count(posts.id))
                   .from(posts)
                   .group_by(posts.author_id)),
      "........");
}

TEST(right_but_unusual_rules, sums_may_be_null_without_groups_or_over_nulls) {
  EXPECT_EQ(nulls_of(select(max(posts.likes), count()).from(posts)), "?.") << "no row at all";
  EXPECT_EQ(nulls_of(select(max(users.age)).from(users).group_by(users.name)), "?") << "only nulls";
  EXPECT_EQ(nulls_of(select(max(posts.likes).filter(posts.likes > 3)).from(posts).group_by(posts.author_id)), "?");
  EXPECT_EQ(nulls_of(select(stddev(posts.likes), variance(posts.likes)).from(posts).group_by(posts.author_id)), "??")
      << "of one row";
  EXPECT_EQ(nulls_of(select(users.id, max(posts.likes))
                         .from(users)
                         .left_join(posts, posts.author_id == users.id)
                         .group_by(users.id)),
            ".?")
      << "absent posts";
  EXPECT_EQ(nulls_of(select(sum(posts.likes).over(order_by(posts.id).rows_between(preceding(2), preceding(1))))
                         .from(posts)
                         .group_by(posts.id)),
            "?")
      << "the frame of the first row is empty";
}

}  // namespace
