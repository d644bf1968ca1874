// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases insert_from_cases{
    {"insert_select",
     [] {
       return to_sql(
           insert_into(tags).select(select(users.name, users.role).from(users).where(users.role == "editor")));
     }},
    {"insert_select_returning",
     [] {
       return to_sql(insert_into(tags)
                         .columns(tags.label, tags.description)
                         .select(select(posts.title, posts.body).from(posts))
                         .returning(tags.label));
     }},
    {"insert_select_sql",
     [] {
       return to_sql(
           insert_into(tags).select(select(sql<std::string>("'a'"_sql), sql<std::string>("'b'"_sql))).returning());
     }},
};

constexpr auto manager = users.as("manager"_name);

const cases update_from_cases{
    {"update_from",
     [] {
       return to_sql(
           update(posts).set(posts.title = users.name).from(users).where(posts.author_id == users.id && posts.id == 3));
     }},
    {"update_from_returning",
     [] {
       return to_sql(update(posts)
                         .set(posts.published = true)
                         .from(users)
                         .where(posts.author_id == users.id && users.role == "editor")
                         .returning(posts.id, users.name));
     }},
    {"update_from_alias",
     [] {
       return to_sql(update(users).set(users.name = manager.name).from(manager).where(users.manager_id == manager.id));
     }},
    {"update_from_join",
     [] {
       return to_sql(update(posts)
                         .set(posts.views = 0)
                         .from(users)
                         .left_join(comments, comments.user_id == users.id)
                         .where(posts.author_id == users.id && is_null(comments.id)));
     }},
};

}  // namespace
}  // namespace tests::drizzle
