// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases where_cases{
    {"where_equal", [] { return to_sql(select(users.id).from(users).where(users.name == "Bob")); }},
    {"where_not_equal", [] { return to_sql(select(users.id).from(users).where(users.role != "user")); }},
    {"where_greater", [] { return to_sql(select(users.id).from(users).where(users.age > 29)); }},
    {"where_greater_or_equal", [] { return to_sql(select(users.id).from(users).where(users.age >= 29)); }},
    {"where_less", [] { return to_sql(select(users.id).from(users).where(users.age < 29)); }},
    {"where_less_or_equal", [] { return to_sql(select(users.id).from(users).where(users.age <= 29)); }},
    {"where_two_columns", [] { return to_sql(select(users.id).from(users).where(users.age > users.manager_id)); }},
    {"where_text_with_quotes", [] { return to_sql(select(users.id).from(users).where(users.name == "O'Neil \"\\")); }},
    {"where_and", [] { return to_sql(select(users.id).from(users).where(users.role == "user" && users.age > 18)); }},
    {"where_or", [] { return to_sql(select(users.id).from(users).where(users.role == "admin" || users.age < 18)); }},
    {"where_and_with_or",
     [] {
       return to_sql(
           select(users.id).from(users).where((users.role == "admin" || users.role == "editor") && users.age > 30));
     }},
    {"where_or_with_and",
     [] {
       return to_sql(select(users.id).from(users).where((users.role == "user" && is_null(users.age)) ||
                                                        (users.role == "editor" && users.age > 30)));
     }},
    {"where_not_equality", [] { return to_sql(select(users.id).from(users).where(!(users.role == "user"))); }},
    {"where_not_or",
     [] { return to_sql(select(users.id).from(users).where(!(users.role == "user" || users.role == "admin"))); }},
    {"where_not_and",
     [] { return to_sql(select(users.id).from(users).where(!(users.role == "user" && users.age == 41))); }},
    {"where_null", [] { return to_sql(select(users.id).from(users).where(is_null(users.manager_id))); }},
    {"where_not_null", [] { return to_sql(select(users.id).from(users).where(is_not_null(users.age))); }},
    {"where_between", [] { return to_sql(select(users.id).from(users).where(between(users.age, 18, 41))); }},
    {"where_not_between", [] { return to_sql(select(users.id).from(users).where(not_between(users.age, 18, 41))); }},
    {"where_not_of_between", [] { return to_sql(select(users.id).from(users).where(!between(users.age, 18, 41))); }},
    {"where_between_dates",
     [] { return to_sql(select(posts.id).from(posts).where(between(posts.created_on, "2024-02-01", "2024-03-06"))); }},
    {"where_between_columns",
     [] { return to_sql(select(posts.id).from(posts).where(between(posts.id, posts.author_id, posts.views))); }},
    {"where_like", [] { return to_sql(select(users.id).from(users).where(like(users.email, "%@example.org"))); }},
    {"where_not_like",
     [] { return to_sql(select(users.id).from(users).where(not_like(users.email, "%example.org"))); }},
    {"where_ilike", [] { return to_sql(select(users.id).from(users).where(ilike(users.name, "ANN"))); }},
    {"where_not_ilike", [] { return to_sql(select(users.id).from(users).where(not_ilike(users.name, "a%"))); }},
    {"where_like_escaped",
     [] { return to_sql(select(posts.id).from(posts).where(like(posts.title, "100\\% \"sure\""))); }},
    {"where_in",
     [] {
       return to_sql(select(users.id).from(users).where(in_(users.id, {1, 3, 99})));
     },
     one_array},
    {"where_in_text",
     [] {
       return to_sql(select(users.id).from(users).where(in_(users.name, {"Ann", "O'Neil \"\\", ""})));
     },
     one_array},
    {"where_in_one", [] { return to_sql(select(users.id).from(users).where(in_(users.role, {"admin"}))); }, one_array},
    {"where_in_empty", [] { return to_sql(select(users.id).from(users).where(in_(users.id, std::vector<int>{}))); },
     one_array},
    {"where_not_in",
     [] {
       return to_sql(select(users.id).from(users).where(not_in(users.id, {1, 3, 99})));
     },
     one_array},
    {"where_not_in_empty",
     [] { return to_sql(select(users.id).from(users).where(not_in(users.id, std::vector<int>{}))); }, one_array},
    {"where_not_in_over_nulls", [] { return to_sql(select(users.id).from(users).where(not_in(users.age, {41}))); },
     one_array},
    {"where_boolean_is_true", [] { return to_sql(select(posts.id).from(posts).where(posts.published == true)); }},
    {"where_boolean_is_false", [] { return to_sql(select(posts.id).from(posts).where(posts.published == false)); }},
    {"where_boolean_column", [] { return to_sql(select(posts.id).from(posts).where(posts.published)); }},
    {"where_numeric", [] { return to_sql(select(users.id).from(users).where(users.balance >= "12.25")); }},
    {"where_timestamp",
     [] { return to_sql(select(users.id).from(users).where(users.created_at < "2024-03-01 00:00:00+00")); }},
    {"where_arithmetic", [] { return to_sql(select(posts.id).from(posts).where(posts.views * 2 > 100)); }},
    {"where_true_and_value",
     [] { return to_sql(select(users.id).from(users).where(sql<bool>("true"_sql) && users.role == "editor")); }},
    {"where_undefined", [] { return to_sql(select(users.id).from(users).where(when(false, users.role == "editor"))); }},
    {"where_and_of_undefined",
     [] {
       return to_sql(select(users.id).from(users).where(when(false, users.age > 1) && users.role == "editor" &&
                                                        when(false, users.age < 1)));
     }},
    {"where_and_of_nothing",
     [] {
       return to_sql(select(users.id).from(users).where(when(false, users.age > 1) && when(false, users.age < 1)));
     }},
    {"where_or_of_undefined",
     [] { return to_sql(select(users.id).from(users).where(when(false, users.age > 1) || users.role == "editor")); }},
    {"where_five_conditions",
     [] {
       return to_sql(select(users.id).from(users).where(users.id > 1 && users.id < 7 && users.role != "admin" &&
                                                        is_not_null(users.email) &&
                                                        (is_null(users.age) || users.age > 20)));
     }},
    {"where_distinct_from", [] { return to_sql(select(users.id).from(users).where(is_distinct_from(users.age, 41))); }},
    {"where_if",
     [] {
       return to_sql(
           select(users.id).from(users).where(when(true, users.role == "user") && when(false, users.age > 100)));
     }},
};

}  // namespace
}  // namespace tests::drizzle
