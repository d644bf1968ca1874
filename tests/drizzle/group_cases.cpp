// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const auto lowered = sql<std::string>("lower({})"_sql, users.name);
const auto length = sql<int>("length({})"_sql, users.name);

const cases group_cases{
    {"group_by_field", [] { return to_sql(select(users.role).from(users).group_by(users.role)); }},
    {"group_by_field_with_count",
     [] { return to_sql(select(users.role, count()).from(users).group_by(users.role).order_by(users.role)); }},
    {"group_by_two_fields",
     [] {
       return to_sql(select(posts.author_id, posts.published, count())
                         .from(posts)
                         .group_by(posts.author_id, posts.published)
                         .order_by(posts.author_id, posts.published));
     }},
    {"group_by_sql", [] { return to_sql(select(lowered).from(users).group_by(lowered)); }},
    {"group_by_sql_and_column",
     [] { return to_sql(select(lowered, users.role).from(users).group_by(lowered, users.role)); }},
    {"group_by_column_and_sql",
     [] {
       return to_sql(select(users.role, count()).from(users).group_by(users.role, length).order_by(users.role, length));
     }},
    {"group_by_primary_key",
     [] {
       return to_sql(select(users.name, users.email, count(posts.id))
                         .from(users)
                         .inner_join(posts, posts.author_id == users.id)
                         .group_by(users.id)
                         .order_by(users.id));
     }},
    {"group_by_complex",
     [] {
       return to_sql(select(users.role, count(), max(users.age))
                         .from(users)
                         .where(is_not_null(users.age))
                         .group_by(users.role)
                         .having(count() >= 2)
                         .order_by(desc(count()), users.role)
                         .limit(5));
     }},
    {"having_count",
     [] {
       return to_sql(select(posts.author_id, count())
                         .from(posts)
                         .group_by(posts.author_id)
                         .having(count() > 1)
                         .order_by(posts.author_id));
     }},
    {"having_alias",
     [] {
       return to_sql(select(posts.author_id, count().as("n"_name))
                         .from(posts)
                         .group_by(posts.author_id)
                         .having(count() >= 2)
                         .order_by(posts.author_id));
     }},
    {"having_sum",
     [] {
       return to_sql(select(posts.author_id)
                         .from(posts)
                         .group_by(posts.author_id)
                         .having(sum(posts.views) > 60)
                         .order_by(posts.author_id));
     }},
    {"having_two_conditions",
     [] {
       return to_sql(select(users.role, count())
                         .from(users)
                         .group_by(users.role)
                         .having(count() >= 2 && users.role != "editor")
                         .order_by(users.role));
     }},
    {"having_without_group", [] { return to_sql(select(count()).from(users).having(count() > 3)); }},
    {"order_by_aggregate",
     [] {
       return to_sql(select(posts.author_id).from(posts).group_by(posts.author_id).order_by(desc(sum(posts.views))));
     }},
};

const cases aggregate_cases{
    {"aggregate_count", [] { return to_sql(select(count()).from(users)); }},
    {"aggregate_count_column", [] { return to_sql(select(count(users.age)).from(users)); }},
    {"aggregate_count_distinct", [] { return to_sql(select(count_distinct(users.role)).from(users)); }},
    {"aggregate_sum", [] { return to_sql(select(sum(posts.views)).from(posts)); }},
    {"aggregate_sum_distinct", [] { return to_sql(select(sum_distinct(posts.views)).from(posts)); }},
    {"aggregate_avg", [] { return to_sql(select(avg(posts.views)).from(posts)); }},
    {"aggregate_avg_distinct", [] { return to_sql(select(avg_distinct(posts.views)).from(posts)); }},
    {"aggregate_min", [] { return to_sql(select(min(users.age)).from(users)); }},
    {"aggregate_max", [] { return to_sql(select(max(users.name)).from(users)); }},
    {"aggregate_max_date", [] { return to_sql(select(max(posts.created_on), min(posts.created_on)).from(posts)); }},
    {"aggregate_of_numeric", [] { return to_sql(select(sum(users.balance), avg(users.balance)).from(users)); }},
    {"aggregate_over_no_rows",
     [] { return to_sql(select(count(), sum(users.age), max(users.name)).from(users).where(users.id == -1)); }},
    {"aggregate_several",
     [] {
       return to_sql(select(count(), sum(posts.views), min(posts.views), max(posts.views))
                         .from(posts)
                         .where(posts.published == true));
     }},
    {"aggregate_of_expression", [] { return to_sql(select(sum(posts.views * 2)).from(posts)); }},
    {"count_separate", [] { return to_sql(select(count()).from(users)); }},
    {"count_separate_with_filters", [] { return to_sql(select(count()).from(users).where(users.age > 18)); }},
    {"count_separate_reuse", [] { return to_sql(select(count()).from(users).where(is_null(users.age))); }},
};

}  // namespace
}  // namespace tests::drizzle
