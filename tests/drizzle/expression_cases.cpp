// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases expression_cases{
    {"expression_subtract_from_the_left",
     [] { return to_sql(select(posts.views - posts.id - 1).from(posts).order_by(posts.id)); }},
    {"expression_subtract_in_brackets",
     [] { return to_sql(select(posts.views - (posts.id - 1)).from(posts).order_by(posts.id)); }},
    {"expression_divide_in_brackets",
     [] { return to_sql(select(10000 / ((posts.views + 1) / posts.id + 1)).from(posts).order_by(posts.id)); }},
    {"expression_modulo", [] { return to_sql(select(posts.views % 7).from(posts).order_by(posts.id)); }},
    {"expression_product_of_sum",
     [] { return to_sql(select(posts.views * (posts.id + 2) - 3).from(posts).order_by(posts.id)); }},
    {"expression_negative_value", [] { return to_sql(select(posts.views - -5).from(posts).order_by(posts.id)); }},
    {"expression_value_on_the_left", [] { return to_sql(select(100 - posts.views).from(posts).order_by(posts.id)); }},
    {"expression_compare_value_on_the_left", [] { return to_sql(select(users.id).from(users).where(18 < users.age)); }},
    {"expression_null_in_arithmetic",
     [] { return to_sql(select(users.age + users.manager_id).from(users).order_by(users.id)); }},
    {"expression_equality_of_comparisons",
     [] { return to_sql(select(users.id).from(users).where((users.age > 18) == (users.id > 3))); }},
    {"expression_equality_of_null_tests",
     [] { return to_sql(select(users.id).from(users).where(is_null(users.age) == is_null(users.manager_id))); }},
    {"expression_not_of_column", [] { return to_sql(select(posts.id).from(posts).where(!posts.published)); }},
    {"expression_not_of_not", [] { return to_sql(select(posts.id).from(posts).where(!!posts.published)); }},
    {"expression_not_of_like", [] { return to_sql(select(users.id).from(users).where(!like(users.name, "A%"))); }},
    {"expression_not_of_null_test", [] { return to_sql(select(users.id).from(users).where(!is_null(users.age))); }},
    {"expression_not_of_in",
     [] {
       return to_sql(select(users.id).from(users).where(!in_(users.id, {1, 2})));
     },
     one_array},
    {"expression_null_test_of_comparison",
     [] { return to_sql(select(users.id).from(users).where(is_null(users.age > 18))); }},
    {"expression_null_test_of_sum", [] { return to_sql(select(users.id).from(users).where(is_null(users.age + 1))); }},
    {"expression_between_sums",
     [] { return to_sql(select(posts.id).from(posts).where(between(posts.views, posts.id - 1, posts.id + 100))); }},
    {"expression_between_of_sum",
     [] { return to_sql(select(posts.id).from(posts).where(between(posts.views + posts.id, 5, 60))); }},
    {"expression_like_column",
     [] { return to_sql(select(posts.id).from(posts).where(like(posts.title, posts.body))); }},
    {"expression_in_of_sum",
     [] {
       return to_sql(select(posts.id).from(posts).where(in_(posts.id + 1, {2, 3})));
     },
     one_array},
    {"expression_distinct_from_column",
     [] { return to_sql(select(users.id).from(users).where(is_distinct_from(users.age, users.manager_id))); }},
    {"expression_not_distinct_from",
     [] { return to_sql(select(users.id).from(users).where(is_not_distinct_from(users.manager_id, 4))); }},
    {"expression_distinct_from_null_test",
     [] { return to_sql(select(users.id).from(users).where(is_distinct_from(is_null(users.age), true))); }},
    {"expression_deep_logic",
     [] {
       return to_sql(select(users.id).from(users).where(
           users.id == 1 ||
           (users.age > 18 && (users.role == "user" || !(users.id > 4 && is_not_null(users.manager_id))))));
     }},
    {"expression_and_of_ors",
     [] {
       return to_sql(select(users.id).from(users).where(
           and_(or_(users.id > 2, users.role == "admin"), or_(users.id < 6, is_null(users.manager_id)))));
     }},
    {"expression_bigint_and_integer",
     [] {
       return to_sql(select(readings.ticks + readings.station).from(readings).order_by(readings.station, readings.day));
     }},
    {"expression_compare_bigint_and_smallint",
     [] { return to_sql(select(readings.station).from(readings).where(readings.ticks > readings.channel)); }},
    {"expression_smallint_and_value",
     [] { return to_sql(select(readings.channel - 1).from(readings).order_by(readings.station, readings.day)); }},
    {"expression_numeric_times_value",
     [] { return to_sql(select(readings.price * 2).from(readings).order_by(readings.station, readings.day)); }},
    {"expression_numeric_divided",
     [] { return to_sql(select(readings.price / 3).from(readings).order_by(readings.station, readings.day)); }},
    {"expression_numeric_and_bigint",
     [] {
       return to_sql(select(readings.price + readings.ticks).from(readings).order_by(readings.station, readings.day));
     }},
    {"expression_compare_numeric_and_integer",
     [] { return to_sql(select(readings.station).from(readings).where(readings.price >= readings.station)); }},
    {"expression_compare_numeric_and_value",
     [] { return to_sql(select(readings.station).from(readings).where(readings.price > 10)); }},
    {"expression_double_times_value",
     [] { return to_sql(select(readings.level * 0.5).from(readings).order_by(readings.station, readings.day)); }},
    {"expression_double_and_real",
     [] {
       return to_sql(select(readings.level + readings.noise).from(readings).order_by(readings.station, readings.day));
     }},
    {"expression_real_times_value",
     [] { return to_sql(select(readings.noise * 2).from(readings).order_by(readings.station, readings.day)); }},
    {"expression_compare_text_and_varchar",
     [] { return to_sql(select(users.id).from(users).where(users.email != users.name)); }},
    {"expression_compare_time_and_itself",
     [] { return to_sql(select(users.id).from(users).where(users.created_at <= users.created_at)); }},
    {"expression_text_order", [] { return to_sql(select(users.id).from(users).where(users.name > "Bob")); }},
    {"expression_empty_text", [] { return to_sql(select(posts.id).from(posts).where(posts.body == "")); }},
    {"expression_text_of_braces",
     [] { return to_sql(select(posts.id).from(posts).where(posts.body == "{\"a\": [1, 2]}")); }},
};

}  // namespace
}  // namespace tests::drizzle
