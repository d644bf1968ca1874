// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases derived_table_cases{
    {"join_subquery",
     [] {
       const auto sq =
           select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id).as("sq"_name);
       return to_sql(select(users.name, sq["n"_name])
                         .from(users)
                         .inner_join(sq, sq[posts.author_id] == users.id)
                         .order_by(users.id));
     }},
    {"join_left_subquery",
     [] {
       const auto sq = select(posts.author_id, max(posts.views).as("best"_name))
                           .from(posts)
                           .group_by(posts.author_id)
                           .as("sq"_name);
       return to_sql(select(users.name, sq["best"_name])
                         .from(users)
                         .left_join(sq, sq[posts.author_id] == users.id)
                         .order_by(users.id));
     }},
    {"join_subquery_with_join",
     [] {
       const auto sq =
           select(posts.id, users.name).from(posts).inner_join(users, posts.author_id == users.id).as("sq"_name);
       return to_sql(select(comments.body, sq[users.name])
                         .from(comments)
                         .inner_join(sq, sq[posts.id] == comments.post_id)
                         .order_by(comments.id));
     }},
    {"join_on_aliased_sql",
     [] {
       const auto lowered = lower(users.name);
       const auto sq = select(users.id, lowered.as("lowered"_name)).from(users).as("sq"_name);
       return to_sql(select(users.name, sq[users.id])
                         .from(users)
                         .inner_join(sq, lowered == sq["lowered"_name])
                         .order_by(users.id, sq[users.id]));
     }},
    {"subquery_from",
     [] {
       const auto sq = select(users.id, users.name).from(users).where(users.age > 18).as("sq"_name);
       return to_sql(select(sq[users.name]).from(sq).order_by(sq[users.id]));
     }},
    {"subquery_from_all_fields",
     [] {
       const auto sq = select().from(users).where(users.role == "editor").as("sq"_name);
       return to_sql(select().from(sq).order_by(sq[users.id]));
     }},
    {"subquery_from_sql",
     [] {
       const auto sq = select(upper(users.name).as("shouted"_name)).from(users).as("sq"_name);
       return to_sql(select(sq["shouted"_name]).from(sq).order_by(sq["shouted"_name]));
     }},
    {"subquery_from_many",
     [] {
       const auto sq =
           select(posts.id, posts.title).from(posts).left_join(users, posts.author_id == users.id).as("sq"_name);
       return to_sql(select(sq[posts.id], sq[posts.title]).from(sq).order_by(sq[posts.id]));
     }},
    {"subquery_of_subquery",
     [] {
       const auto inner =
           select(posts.views, posts.author_id).from(posts).where(posts.published == true).as("inner_query"_name);
       const auto outer = select(inner[posts.author_id], sum(inner[posts.views]).as("total"_name))
                              .from(inner)
                              .group_by(inner[posts.author_id])
                              .as("outer_query"_name);
       return to_sql(select(outer[posts.author_id], outer["total"_name]).from(outer).order_by(outer[posts.author_id]));
     }},
    {"subquery_with_view",
     [] {
       const auto sq = select().from(authors).where(authors.written > 1).as("sq"_name);
       return to_sql(select(sq[authors.name]).from(sq).order_by(sq[authors.name]));
     }},
};

/// The titles most read of the user beside.
constexpr auto best = [](int most) {
  return lateral(select(posts.title)
                     .from(posts)
                     .where(posts.author_id == users.id)
                     .order_by(desc(posts.views), posts.id)
                     .limit(most)
                     .as("best"_name));
};

const cases lateral_cases{
    {"join_lateral_left",
     [] {
       const auto one = best(1);
       return to_sql(
           select(users.name, one[posts.title]).from(users).left_join(one, sql<bool>("true"_sql)).order_by(users.id));
     }},
    {"join_lateral_inner",
     [] {
       const auto two = best(2);
       return to_sql(select(users.name, two[posts.title])
                         .from(users)
                         .inner_join(two, sql<bool>("true"_sql))
                         .order_by(users.id, two[posts.title]));
     }},
    {"join_lateral_cross",
     [] {
       const auto one = best(1);
       return to_sql(select(users.name, one[posts.title]).from(users).cross_join(one).order_by(users.id));
     }},
};

}  // namespace
}  // namespace tests::drizzle
