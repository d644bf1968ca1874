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

}  // namespace
