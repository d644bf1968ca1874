// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases conflict_cases{
    {"conflict_do_nothing",
     [] {
       return to_sql(
           insert_into(users).values(users.name = "New", users.email = "ann@example.org").on_conflict().do_nothing());
     }},
    {"conflict_do_nothing_target",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "ann@example.org")
                         .on_conflict(users.email)
                         .do_nothing());
     }},
    {"conflict_do_nothing_returning",
     [] {
       return to_sql(
           insert_into(tags)
               .values(std::vector<new_tag>{{.label = "c++", .description = "x"}, {.label = "new", .description = "y"}})
               .on_conflict()
               .do_nothing()
               .returning());
     },
     batch_as_arrays},
    {"conflict_do_update",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "ann@example.org")
                         .on_conflict(users.email)
                         .do_update(users.name = "Changed"));
     }},
    {"conflict_do_update_two_columns",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "ann@example.org", users.age = 9)
                         .on_conflict(users.email)
                         .do_update(users.name = "Changed", users.age = 10)
                         .returning(users.id, users.name, users.age));
     }},
    {"conflict_do_update_target_of_two",
     [] {
       return to_sql(insert_into(posts)
                         .values(posts.author_id = 1, posts.title = "One", posts.views = 7)
                         .on_conflict(posts.author_id, posts.title)
                         .do_update(posts.views = 7)
                         .returning(posts.id, posts.views));
     }},
    {"conflict_do_update_excluded",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "ann@example.org", users.age = 5)
                         .on_conflict(users.email)
                         .do_update(users.name = excluded(users).name, users.age = users.age + excluded(users).age));
     }},
    {"conflict_do_update_primary_key",
     [] {
       return to_sql(insert_into(tags)
                         .values(tags.label = "sql", tags.description = "new")
                         .on_conflict(tags.label)
                         .do_update(tags.description = excluded(tags).description)
                         .returning());
     }},
    {"conflict_do_update_many",
     [] {
       return to_sql(
           insert_into(tags)
               .values(std::vector<new_tag>{{.label = "sql", .description = "new"}, {.label = "x", .description = "y"}})
               .on_conflict(tags.label)
               .do_update(tags.description = excluded(tags).description)
               .returning());
     },
     batch_as_arrays},
    {"conflict_do_update_set_where",
     [] {
       return to_sql(insert_into(users)
                         .values(users.name = "New", users.email = "ann@example.org")
                         .on_conflict(users.email)
                         .do_update(users.name = excluded(users).name)
                         .where(users.age > 50));
     }},
    {"conflict_do_update_null",
     [] {
       return to_sql(
           insert_into(tags).values(tags.label = "sql").on_conflict(tags.label).do_update(tags.description = null));
     }},
    {"conflict_composite_key",
     [] {
       return to_sql(insert_into(post_tags)
                         .values(post_tags.post_id = 1, post_tags.tag = "sql", post_tags.place = 9)
                         .on_conflict(post_tags.post_id, post_tags.tag)
                         .do_update(post_tags.place = excluded(post_tags).place)
                         .returning());
     }},
};

}  // namespace
}  // namespace tests::drizzle
