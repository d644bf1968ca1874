// SPDX-License-Identifier: BSL-1.0
#include <chrono>
#include <limits>

#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases inserted_values{
    {"insert_empty_and_unicode_text",
     [] {
       return to_sql(insert_into(posts)
                         .values(posts.author_id = 1, posts.title = "\u00e9t\u00e9\n\t\U0001F600", posts.body = "")
                         .returning());
     }},
    {"insert_largest_numbers",
     [] {
       return to_sql(insert_into(readings)
                         .values(readings.station = 2147483647, readings.day = "9999-12-31", readings.channel = -32768,
                                 readings.ticks = 9007199254740991, readings.price = "-9999999999.99")
                         .returning());
     }},
    {"insert_not_finite_numbers",
     [] {
       return to_sql(insert_into(readings)
                         .values(readings.station = 8, readings.day = "2024-01-01",
                                 readings.noise = std::numeric_limits<float>::infinity(),
                                 readings.level = std::numeric_limits<double>::quiet_NaN())
                         .returning());
     }},
    {"insert_zeros",
     [] {
       return to_sql(insert_into(readings)
                         .values(readings.station = 0, readings.day = "0001-01-01", readings.channel = 0,
                                 readings.ticks = 0, readings.noise = 0, readings.level = 0, readings.price = 0)
                         .returning());
     }},
    {"insert_null_over_default",
     [] {
       return to_sql(
           insert_into(readings)
               .values(infer_insert<readings>{.station = 8, .day = std::chrono::year(2024) / 1 / 1, .note = null})
               .returning());
     }},
    {"insert_struct_all_fields",
     [] {
       return to_sql(insert_into(posts)
                         .values(new_post{.id = 60,
                                          .author_id = 2,
                                          .title = "All",
                                          .body = "b",
                                          .published = true,
                                          .views = 9,
                                          .created_on = std::chrono::sys_days(std::chrono::year(2025) / 1 / 1)})
                         .returning());
     }},
    {"insert_many_of_one",
     [] { return to_sql(insert_into(tags).values(std::vector<new_tag>{{.label = "alone"}}).returning()); },
     batch_as_arrays},
    {"insert_many_with_nulls",
     [] {
       return to_sql(insert_into(tags)
                         .values(std::vector<new_tag>{
                             {.label = "a"}, {.label = "b", .description = "x"}, {.label = "c", .description = null}})
                         .returning());
     },
     batch_as_arrays},
    {"insert_many_all_types",
     [] {
       return to_sql(insert_into(readings)
                         .values(std::vector<infer_insert<readings>>{
                             {.station = 7,
                              .day = std::chrono::sys_days(std::chrono::year(2024) / 7 / 1),
                              .channel = 1,
                              .ticks = 5,
                              .noise = 0.5F,
                              .level = 1.5,
                              .price = decimal("1.10"),
                              .note = "x"},
                             {.station = 7,
                              .day = std::chrono::sys_days(std::chrono::year(2024) / 7 / 2),
                              .ticks = -5,
                              .note = null}})
                         .returning());
     },
     batch_as_arrays},
    {"insert_returning_two_expressions",
     [] {
       return to_sql(insert_into(posts)
                         .values(posts.author_id = 1, posts.title = "New", posts.views = 4)
                         .returning(posts.views + 1, posts.views > 3, posts.title));
     }},
    {"conflict_do_update_with_values",
     [] {
       return to_sql(insert_into(posts)
                         .values(posts.author_id = 1, posts.title = "One")
                         .on_conflict(posts.author_id, posts.title)
                         .do_update(posts.body = "again", posts.views = posts.views + 1)
                         .returning());
     }},
    {"conflict_do_update_no_conflict",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "new@example.org")
                         .on_conflict(users.email)
                         .do_update(users.name = "Changed")
                         .returning(users.name));
     }},
    {"conflict_do_nothing_many_target",
     [] {
       return to_sql(
           insert_into(tags)
               .values(std::vector<new_tag>{{.label = "sql", .description = "x"}, {.label = "new", .description = "y"}})
               .on_conflict(tags.label)
               .do_nothing()
               .returning(tags.label));
     },
     batch_as_arrays},
    {"conflict_do_nothing_key_of_two",
     [] {
       return to_sql(insert_into(post_tags)
                         .values(post_tags.post_id = 1, post_tags.tag = "sql")
                         .on_conflict(post_tags.post_id, post_tags.tag)
                         .do_nothing());
     }},
    {"conflict_schema_table",
     [] {
       return to_sql(insert_into(readings)
                         .values(readings.station = 1, readings.day = "2024-01-01", readings.note = "new")
                         .on_conflict(readings.station, readings.day)
                         .do_update(readings.channel = 4, readings.note = excluded(readings).note)
                         .returning(readings.note, readings.ticks));
     }},
};

const cases written_values{
    {"update_reads_old_values",
     [] {
       return to_sql(update(posts)
                         .set(posts.views = posts.author_id, posts.author_id = posts.author_id + 1)
                         .where(posts.id == 1)
                         .returning());
     }},
    {"update_two_nulls",
     [] {
       return to_sql(update(users)
                         .set(users.age = null, users.manager_id = std::nullopt)
                         .where(users.id == 2)
                         .returning(users.age, users.manager_id));
     }},
    {"update_between",
     [] {
       return to_sql(
           update(posts).set(posts.published = false).where(between(posts.created_on, "2024-02-01", "2024-03-06")));
     }},
    {"update_in",
     [] {
       return to_sql(update(posts).set(posts.views = 1).where(in_(posts.id, {1, 2})));
     }},
    {"update_like", [] { return to_sql(update(users).set(users.role = "org").where(like(users.email, "%.org"))); }},
    {"update_nothing_found",
     [] { return to_sql(update(users).set(users.role = "x").where(users.id == -1).returning(users.id)); }},
    {"update_numbers_of_every_width",
     [] {
       return to_sql(update(readings)
                         .set(readings.channel = 1, readings.ticks = 2, readings.noise = 0.25, readings.level = -0.125,
                              readings.price = "3.10")
                         .where(readings.station == 1));
     }},
    {"update_arithmetic_of_numeric",
     [] { return to_sql(update(users).set(users.balance = users.balance * 2).where(users.balance > 0)); }},
    {"update_every_row_returning",
     [] { return to_sql(update(tags).set(tags.description = "same").all_rows().returning()); }},
    {"update_if",
     [] {
       return to_sql(update(users)
                         .set(infer_update<users>{.role = "x"})
                         .where(when(true, users.role == "user") && when(false, users.id > 4)));
     }},
    {"delete_between", [] { return to_sql(delete_from(comments).where(between(comments.rating, 2, 4))); }},
    {"delete_not", [] { return to_sql(delete_from(comments).where(!(comments.id == 1 || is_null(comments.rating)))); }},
    {"delete_date", [] { return to_sql(delete_from(readings).where(readings.day < "2024-01-02")); }},
    {"delete_nothing_found",
     [] { return to_sql(delete_from(comments).where(comments.body == "nobody said this").returning()); }},
    {"delete_every_row_returning", [] { return to_sql(delete_from(comments).all_rows().returning(comments.id)); }},
};

}  // namespace
}  // namespace tests::drizzle
