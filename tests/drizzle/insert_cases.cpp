// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases insert_cases{
    {"insert_one",
     [] { return to_sql(insert_into(users).values(users.name = "New", users.email = "new@example.org")); }},
    {"insert_all_fields",
     [] {
       return to_sql(insert_into(users).values(users.id = 50, users.name = "New", users.email = "new@example.org",
                                               users.role = "admin", users.age = 30, users.manager_id = 1,
                                               users.balance = "12.34", users.created_at = "2024-06-01 00:00:00+00"));
     }},
    {"insert_null",
     [] {
       return to_sql(insert_into(users).values(users.name = "New", users.email = "new@example.org", users.age = null,
                                               users.manager_id = null));
     }},
    {"insert_undefined",
     [] { return to_sql(insert_into(users).values(new_user{.name = "New", .email = "new@example.org"})); }},
    {"insert_overridden_default",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "new@example.org", users.role = "editor")
                         .returning(users.role));
     }},
    {"insert_returning_all",
     [] { return to_sql(insert_into(users).values(users.name = "New", users.email = "new@example.org").returning()); }},
    {"insert_returning_some",
     [] {
       return to_sql(
           insert_into(posts).values(posts.author_id = 1, posts.title = "New").returning(posts.id, posts.published));
     }},
    {"insert_returning_sql",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "new@example.org")
                         .returning(sql<std::string>("upper({})"_sql, users.name)));
     }},
    {"insert_sql",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = sql<std::string>("upper('new')"_sql), users.email = "new@example.org")
                         .returning(users.name));
     }},
    {"insert_sql_with_value",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = sql<std::string>("upper({})"_sql, "new"), users.email = "new@example.org")
                         .returning(users.name));
     }},
    {"insert_many",
     [] {
       return to_sql(insert_into(users).values(std::vector<new_user>{{.name = "A", .email = "a@example.org"},
                                                                     {.name = "B", .email = "b@example.org"},
                                                                     {.name = "C", .email = "c@example.org"}}));
     },
     batch_as_arrays},
    {"insert_many_mixed",
     [] {
       return to_sql(insert_into(posts).values(std::vector<new_post>{
           {.author_id = 1, .title = "A"}, {.author_id = 2, .title = "B", .published = true, .views = 3}}));
     }},
    {"insert_many_returning",
     [] {
       return to_sql(insert_into(posts)
                         .values(std::vector<new_post>{{.author_id = 1, .title = "A", .body = "x"},
                                                       {.author_id = 2, .title = "B", .body = null}})
                         .returning(posts.id, posts.title, posts.body));
     },
     batch_as_arrays},
    {"insert_hostile_text",
     [] {
       return to_sql(insert_into(tags)
                         .values(tags.label = "'; drop table tags; --", tags.description = "$1 \"x\" \\ {}")
                         .returning());
     }},
    {"insert_many_hostile_text",
     [] {
       return to_sql(insert_into(tags)
                         .values(std::vector<new_tag>{{.label = "{\"a\"}", .description = "NULL"},
                                                      {.label = ",", .description = ""},
                                                      {.label = "\\", .description = "\""}})
                         .returning());
     },
     batch_as_arrays},
    {"insert_names_with_spaces",
     [] { return to_sql(insert_into(odd).values(odd.select = 3, odd.greeting = "x", odd.summer = "y").returning()); }},
    {"insert_defaults_one_row",
     [] { return to_sql(insert_into(defaults_only).values(infer_insert<defaults_only>{}).returning()); }},
    {"insert_defaults_two_rows",
     [] { return to_sql(insert_into(defaults_only).values(std::vector<infer_insert<defaults_only>>(2))); },
     batch_as_arrays},
    {"insert_prefixed",
     [] {
       return to_sql(
           insert_into(orders).values(orders.customer = "Cid", orders.placed_on = "2024-05-05").returning(orders.id));
     }},
    {"insert_always_identity",
     [] { return to_sql(insert_into(tickets).values(tickets.subject = "help").returning()); }},
    {"insert_overriding_system_value",
     [] {
       return to_sql(insert_into(tickets)
                         .overriding_system_value()
                         .values(tickets.id = 7, tickets.subject = "seven")
                         .returning());
     }},
    {"insert_always_identity_many",
     [] {
       return to_sql(insert_into(tickets)
                         .values(std::vector<infer_insert<tickets>>{{.subject = "a"}, {.subject = "b"}})
                         .returning(tickets.id));
     },
     batch_as_arrays},
};

}  // namespace
}  // namespace tests::drizzle
