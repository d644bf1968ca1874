// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases with_reading_with_cases{
    {"with_inside_with",
     [] {
       const auto inner = cte("inner_one"_name).as(select(users.id, users.age).from(users).where(users.age > 20));
       const auto outer =
           cte("outer_one"_name).as(with(inner).select(inner[users.id]).from(inner).where(inner[users.age] < 60));
       return to_sql(with(outer).select(outer[users.id]).from(outer).order_by(outer[users.id]));
     }},
    {"with_three",
     [] {
       const auto a = cte("a"_name).as(select(users.id, users.name).from(users).where(users.id > 1));
       const auto b = cte("b"_name).as(select(posts.author_id, posts.title).from(posts).where(posts.views > 5));
       const auto c = cte("c"_name).as(
           select(a[users.name], b[posts.title]).from(a).inner_join(b, b[posts.author_id] == a[users.id]));
       return to_sql(with(a, b, c).select().from(c).order_by(c[posts.title]));
     }},
    {"with_nobody_reads",
     [] {
       const auto idle = cte("idle"_name).as(select(users.id).from(users));
       return to_sql(with(idle).select(count()).from(posts));
     }},
    {"with_distinct_inside",
     [] {
       const auto roles = cte("roles"_name).as(select_distinct(users.role).from(users));
       return to_sql(with(roles).select(count()).from(roles));
     }},
    {"with_left_join_inside",
     [] {
       const auto titles =
           cte("titles"_name)
               .as(select(users.name, posts.title).from(users).left_join(posts, posts.author_id == users.id));
       return to_sql(with(titles)
                         .select(titles[users.name])
                         .from(titles)
                         .where(is_null(titles[posts.title]))
                         .order_by(titles[users.name]));
     }},
    {"with_having_inside",
     [] {
       const auto busy = cte("busy"_name)
                             .as(select(posts.author_id, count().as("n"_name))
                                     .from(posts)
                                     .group_by(posts.author_id)
                                     .having(count() > 1));
       return to_sql(with(busy)
                         .select(users.name, busy["n"_name])
                         .from(users)
                         .inner_join(busy, busy[posts.author_id] == users.id)
                         .where(users.role != "admin")
                         .order_by(users.id)
                         .limit(3));
     }},
    {"with_two_joined",
     [] {
       const auto a = cte("a"_name).as(select(users.id, users.role).from(users));
       const auto b = cte("b"_name).as(select(users.id, users.age).from(users).where(is_not_null(users.age)));
       return to_sql(with(a, b)
                         .select(a[users.role], b[users.age])
                         .from(a)
                         .left_join(b, a[users.id] == b[users.id])
                         .order_by(a[users.id]));
     }},
};

}  // namespace
}  // namespace tests::drizzle
