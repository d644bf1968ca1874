// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases with_cases{
    {"with_select",
     [] {
       const auto sq =
           cte("sq"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
       return to_sql(with(sq)
                         .select(users.name, sq["n"_name])
                         .from(users)
                         .inner_join(sq, sq[posts.author_id] == users.id)
                         .order_by(users.id));
     }},
    {"with_select_all",
     [] {
       const auto adults = cte("adults"_name).as(select().from(users).where(users.age >= 18));
       return to_sql(with(adults).select().from(adults).order_by(adults[users.id]));
     }},
    {"with_two",
     [] {
       const auto totals =
           cte("totals"_name)
               .as(select(posts.author_id, sum(posts.views).as("total"_name)).from(posts).group_by(posts.author_id));
       const auto top =
           cte("top"_name).as(select(totals[posts.author_id]).from(totals).where(totals["total"_name] > 50));
       return to_sql(with(totals, top)
                         .select(users.name, totals["total"_name])
                         .from(users)
                         .inner_join(top, top[posts.author_id] == users.id)
                         .inner_join(totals, totals[posts.author_id] == users.id)
                         .order_by(users.id));
     }},
    {"with_left_join",
     [] {
       const auto sq =
           cte("sq"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
       return to_sql(with(sq)
                         .select(users.name, sq["n"_name])
                         .from(users)
                         .left_join(sq, sq[posts.author_id] == users.id)
                         .order_by(users.id));
     }},
    {"with_values_inside_and_outside",
     [] {
       const auto sq = cte("sq"_name).as(select(users.id, users.role).from(users).where(users.age > 18));
       return to_sql(
           with(sq).select(sq[users.id]).from(sq).where(sq[users.role] != "admin").order_by(sq[users.id]).limit(2));
     }},
    {"with_order_and_limit_inside",
     [] {
       const auto sq =
           cte("sq"_name).as(select(posts.id, posts.views).from(posts).order_by(desc(posts.views), posts.id).limit(3));
       return to_sql(with(sq).select(count(), sum(sq[posts.views])).from(sq));
     }},
    {"with_join_on_aliased_sql",
     [] {
       const auto lowered = sql<std::string>("lower({})"_sql, users.name);
       const auto sq = cte("sq"_name).as(select(users.id, lowered.as("lowered"_name)).from(users));
       return to_sql(with(sq)
                         .select(users.name, sq[users.id])
                         .from(users)
                         .inner_join(sq, lowered == sq["lowered"_name])
                         .order_by(users.id, sq[users.id]));
     }},
    {"with_grouped_outside",
     [] {
       const auto sq = cte("sq"_name).as(select(users.role, users.age).from(users));
       return to_sql(with(sq)
                         .select(sq[users.role], max(sq[users.age]))
                         .from(sq)
                         .group_by(sq[users.role])
                         .order_by(sq[users.role]));
     }},
    {"with_same_table_outside",
     [] {
       const auto sq =
           cte("sq"_name).as(select(users.manager_id, count().as("n"_name)).from(users).group_by(users.manager_id));
       return to_sql(with(sq)
                         .select(users.name, sq["n"_name])
                         .from(users)
                         .inner_join(sq, sq[users.manager_id] == users.id)
                         .order_by(users.id));
     }},
};

}  // namespace
}  // namespace tests::drizzle
