// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases aggregate_cases{
    {"aggregate_sum_of_product", [] { return to_sql(select(sum(posts.views * posts.id)).from(posts)); }},
    {"aggregate_average_of_sum", [] { return to_sql(select(avg(posts.views + 1)).from(posts)); }},
    {"aggregate_difference", [] { return to_sql(select(max(posts.views) - min(posts.views)).from(posts)); }},
    {"aggregate_sum_plus_count", [] { return to_sql(select(sum(posts.views) + count()).from(posts)); }},
    {"aggregate_count_distinct_expression",
     [] { return to_sql(select(count_distinct(posts.id - posts.author_id)).from(posts)); }},
    {"aggregate_count_and_count_distinct",
     [] {
       return to_sql(select(users.role, count(users.manager_id), count_distinct(users.manager_id))
                         .from(users)
                         .group_by(users.role)
                         .order_by(users.role));
     }},
    {"aggregate_max_of_time", [] { return to_sql(select(max(users.created_at), min(users.email)).from(users)); }},
    {"aggregate_of_bigint",
     [] { return to_sql(select(sum(readings.ticks), avg(readings.ticks), max(readings.ticks)).from(readings)); }},
    {"aggregate_of_smallint",
     [] { return to_sql(select(sum(readings.channel), avg(readings.channel), min(readings.channel)).from(readings)); }},
    {"aggregate_of_real",
     [] { return to_sql(select(sum(readings.noise), avg(readings.noise), min(readings.noise)).from(readings)); }},
    {"aggregate_over_left_join",
     [] {
       return to_sql(select(users.name, count(posts.id), sum(posts.views), max(posts.title))
                         .from(users)
                         .left_join(posts, posts.author_id == users.id)
                         .group_by(users.id)
                         .order_by(users.id));
     }},
    {"group_by_arithmetic",
     [] {
       return to_sql(select(posts.id - posts.author_id, count())
                         .from(posts)
                         .group_by(posts.id - posts.author_id)
                         .order_by(posts.id - posts.author_id));
     }},
    {"group_by_condition",
     [] { return to_sql(select(posts.views > posts.id, count()).from(posts).group_by(posts.views > posts.id)); }},
    {"group_by_not_selected",
     [] { return to_sql(select(count()).from(posts).group_by(posts.author_id, posts.published)); }},
    {"group_by_joined_table",
     [] {
       return to_sql(select(tags.label, tags.description, count(post_tags.post_id))
                         .from(tags)
                         .left_join(post_tags, post_tags.tag == tags.label)
                         .group_by(tags.label)
                         .order_by(tags.label));
     }},
    {"having_average",
     [] {
       return to_sql(select(posts.author_id).from(posts).group_by(posts.author_id).having(avg(posts.views) > "50.5"));
     }},
    {"having_grouped_column",
     [] { return to_sql(select(users.age).from(users).group_by(users.age).having(users.age > 18)); }},
    {"having_or",
     [] {
       return to_sql(select(posts.author_id)
                         .from(posts)
                         .group_by(posts.author_id)
                         .having(count() > 2 || min(posts.views) < 1)
                         .order_by(posts.author_id));
     }},
    {"order_by_difference_of_aggregates",
     [] {
       return to_sql(select(posts.author_id)
                         .from(posts)
                         .group_by(posts.author_id)
                         .order_by(desc(max(posts.views) - min(posts.views)), posts.author_id));
     }},
};

}  // namespace
}  // namespace tests::drizzle
