// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases ordered_aggregate_cases{
    {"aggregate_filter", [] { return to_sql(select(count().filter(posts.published == true)).from(posts)); }},
    {"aggregate_string_agg",
     [] {
       return to_sql(select(users.role, string_agg(users.name, ", ").order_by(users.name))
                         .from(users)
                         .group_by(users.role)
                         .order_by(users.role));
     }},
    {"aggregate_array_agg",
     [] {
       return to_sql(select(posts.author_id, array_agg(posts.id).order_by(desc(posts.id)))
                         .from(posts)
                         .group_by(posts.author_id)
                         .order_by(posts.author_id));
     }},
    {"aggregate_bool_and",
     [] { return to_sql(select(bool_and(posts.published), bool_or(posts.published)).from(posts)); }},
    {"aggregate_json_agg", [] { return to_sql(select(jsonb_agg(posts.title).order_by(posts.id)).from(posts)); }},
};

const cases window_cases{
    {"window_row_number",
     [] {
       return to_sql(
           select(posts.id, row_number().over(partition_by(posts.author_id).order_by(desc(posts.views), posts.id)))
               .from(posts)
               .order_by(posts.id));
     }},
    {"window_rank",
     [] {
       return to_sql(select(posts.id, rank().over(order_by(posts.views)), dense_rank().over(order_by(posts.views)))
                         .from(posts)
                         .order_by(posts.id));
     }},
    {"window_sum",
     [] {
       return to_sql(
           select(posts.id, sum(posts.views).over(partition_by(posts.author_id))).from(posts).order_by(posts.id));
     }},
    {"window_running_sum",
     [] {
       return to_sql(
           select(posts.id, sum(posts.views).over(order_by(posts.id).rows_between(unbounded_preceding, current_row)))
               .from(posts)
               .order_by(posts.id));
     }},
    {"window_lag",
     [] {
       return to_sql(
           select(posts.id, lag(posts.views).over(order_by(posts.id)), lead(posts.views).over(order_by(posts.id)))
               .from(posts)
               .order_by(posts.id));
     },
     difference{"the distance is said always, so that one text is prepared for all distances"}},
    {"window_empty", [] { return to_sql(select(posts.id, count().over()).from(posts).order_by(posts.id)); }},
};

}  // namespace
}  // namespace tests::drizzle
