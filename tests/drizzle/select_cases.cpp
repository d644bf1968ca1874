// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases select_cases{
    {"select_all_fields", [] { return to_sql(select().from(users).order_by(users.id)); }},
    {"select_some_fields", [] { return to_sql(select(users.id, users.name).from(users).order_by(users.id)); }},
    {"select_one_field", [] { return to_sql(select(posts.title).from(posts)); }},
    {"select_same_field_twice",
     [] { return to_sql(select(users.id, users.id, users.name).from(users).order_by(users.id)); }},
    {"select_sql",
     [] { return to_sql(select(sql<std::string>("upper({})"_sql, users.name)).from(users).order_by(users.id)); }},
    {"select_typed_sql",
     [] {
       return to_sql(select(sql<std::string>("upper({})"_sql, users.name).as("upper_name"_name), users.id)
                         .from(users)
                         .order_by(users.id));
     }},
    {"select_sql_with_value",
     [] {
       return to_sql(select(sql<std::string>("repeat({}, {})"_sql, users.name, 2)).from(users).order_by(users.id));
     }},
    {"select_sql_in_where",
     [] { return to_sql(select(users.id).from(users).where(sql<int>("length({})"_sql, users.name) > 3)); }},
    {"select_arithmetic",
     [] {
       return to_sql(select(sql<int>("{} + 1"_sql, posts.views), sql<int>("{} / 2"_sql, posts.views))
                         .from(posts)
                         .order_by(posts.id));
     }},
    {"select_arithmetic_brackets",
     [] { return to_sql(select((posts.views + posts.id) * posts.id).from(posts).order_by(posts.id)); }},
    {"select_arithmetic_with_value", [] { return to_sql(select(posts.views * 3).from(posts).order_by(posts.id)); }},
    {"select_condition_as_field",
     [] { return to_sql(select(users.id, users.age >= 18).from(users).order_by(users.id)); }},
    {"select_null_test_as_field",
     [] { return to_sql(select(users.id, is_null(users.age)).from(users).order_by(users.id)); }},
    {"select_without_columns_of_the_table", [] { return to_sql(select(sql<int>("1"_sql)).from(users)); }},
    {"select_single_table_selection", [] { return to_sql(select(users).from(users).order_by(users.id)); }},
    {"select_table_columns",
     [] {
       return to_sql(
           select(users.id, users.name, users.email, users.role, users.age, users.manager_id, users.created_at)
               .from(users)
               .order_by(users.id));
     }},
    {"select_prefixed_table", [] { return to_sql(select().from(orders).order_by(orders.id)); }},
    {"select_names_that_must_be_quoted", [] { return to_sql(select().from(odd).where(odd.summer == odd.greeting)); }},
    {"select_quoted_alias",
     [] { return to_sql(select(odd.select, odd.greeting).from(odd).order_by(desc(odd.summer))); }},
    {"select_identifier_escape",
     [] { return to_sql(select(odd.select.as("a \"b\""_name)).from(odd).order_by(odd.select)); }},
};

const cases distinct_cases{
    {"select_distinct", [] { return to_sql(select_distinct(users.role).from(users).order_by(users.role)); }},
    {"select_distinct_two_fields",
     [] {
       return to_sql(
           select_distinct(posts.author_id, posts.published).from(posts).order_by(posts.author_id, posts.published));
     }},
    {"select_distinct_all_fields", [] { return to_sql(select_distinct().from(post_tags)); }},
};

const cases order_and_limit_cases{
    {"order_by_ascending", [] { return to_sql(select(users.id).from(users).order_by(asc(users.age), asc(users.id))); }},
    {"order_by_descending",
     [] { return to_sql(select(users.id).from(users).order_by(desc(users.age), desc(users.id))); }},
    {"order_by_two", [] { return to_sql(select(users.id).from(users).order_by(users.role, desc(users.name))); }},
    {"order_by_sql",
     [] {
       return to_sql(select(users.id).from(users).order_by(desc(sql<int>("length({})"_sql, users.email)), users.id));
     }},
    {"order_by_sql_descending",
     [] {
       return to_sql(select(users.id).from(users).order_by(desc(sql<int>("length({})"_sql, users.email)), users.id));
     }},
    {"order_by_aliased_column",
     [] {
       return to_sql(select(sql<std::string>("lower({})"_sql, users.email).as("lowered"_name))
                         .from(users)
                         .order_by(sql<std::string>("lower({})"_sql, users.email)));
     }},
    {"order_by_nulls_last",
     [] { return to_sql(select(users.id).from(users).order_by(desc(users.age).nulls_last(), users.id)); }},
    {"order_by_arithmetic",
     [] { return to_sql(select(posts.id).from(posts).order_by(posts.views * posts.id, posts.id)); }},
    {"limit", [] { return to_sql(select(users.id).from(users).order_by(users.id).limit(3)); }},
    {"limit_and_offset", [] { return to_sql(select(users.id).from(users).order_by(users.id).limit(2).offset(3)); }},
    {"offset_alone", [] { return to_sql(select(users.id).from(users).order_by(users.id).offset(5)); }},
    {"limit_zero", [] { return to_sql(select(users.id).from(users).order_by(users.id).limit(0)); }},
    {"limit_negative", [] { return to_sql(select(users.id).from(users).order_by(users.id).limit(-1)); },
     refused{"Drizzle drops a negative limit and gives every row; who computed it meant none of that"}},
    {"offset_zero", [] { return to_sql(select(users.id).from(users).order_by(users.id).limit(2).offset(0)); },
     difference{"Drizzle drops an offset of zero; one text for every page is prepared once"}},
    {"everything_at_once",
     [] {
       return to_sql(select(users.role, count(posts.id), sum(posts.views))
                         .from(users)
                         .left_join(posts, posts.author_id == users.id)
                         .where(is_not_null(users.age) && users.age < 90)
                         .group_by(users.role)
                         .having(count(posts.id) >= 0)
                         .order_by(desc(count(posts.id)), users.role)
                         .limit(2)
                         .offset(1));
     }},
};

}  // namespace
}  // namespace tests::drizzle
