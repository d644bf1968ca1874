// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases update_cases{
    {"update_one_column", [] { return to_sql(update(users).set(users.name = "Robert").where(users.id == 2)); }},
    {"update_several_columns",
     [] {
       return to_sql(update(posts).set(posts.title = "x", posts.body = "y", posts.views = 3).where(posts.id == 2));
     }},
    {"update_every_row", [] { return to_sql(update(posts).set(posts.published = true).all_rows()); }},
    {"update_null", [] { return to_sql(update(users).set(users.age = null).where(users.role == "editor")); }},
    {"update_undefined",
     [] { return to_sql(update(users).set(infer_update<users>{.name = "Robert"}).where(users.id == 2)); }},
    {"update_sql",
     [] { return to_sql(update(posts).set(posts.views = posts.views + 1).where(posts.published == true)); }},
    {"update_sql_with_value",
     [] { return to_sql(update(posts).set(posts.views = posts.views * 2 + 5).where(posts.views < 10)); }},
    {"update_column_from_column",
     [] { return to_sql(update(posts).set(posts.body = posts.title).where(is_null(posts.body))); }},
    {"update_returning_all",
     [] { return to_sql(update(posts).set(posts.title = "x").where(posts.id == 1).returning()); }},
    {"update_returning_some",
     [] {
       return to_sql(update(users).set(users.age = 1).where(users.role == "editor").returning(users.id, users.name));
     }},
    {"update_returning_sql",
     [] {
       return to_sql(update(users)
                         .set(users.name = "Jane")
                         .where(users.id == 1)
                         .returning(sql<std::string>("upper({})"_sql, users.name)));
     }},
    {"update_numeric_and_time",
     [] {
       return to_sql(update(users)
                         .set(users.balance = "99.95", users.created_at = "2025-01-01 00:00:00+00")
                         .where(users.id == 3));
     }},
    {"update_date",
     [] { return to_sql(update(posts).set(posts.created_on = "2025-02-28").where(posts.created_on >= "2024-03-01")); }},
    {"update_complex_condition",
     [] {
       return to_sql(update(users)
                         .set(users.role = "x")
                         .where((is_null(users.age) || users.age > 60) && !(users.role == "admin")));
     }},
};

const cases delete_cases{
    {"delete_where", [] { return to_sql(delete_from(comments).where(comments.post_id == 1)); }},
    {"delete_every_row", [] { return to_sql(delete_from(comments).all_rows()); }},
    {"delete_returning_all", [] { return to_sql(delete_from(tags).where(tags.label == "none").returning()); }},
    {"delete_returning_some",
     [] {
       return to_sql(delete_from(comments).where(is_null(comments.rating)).returning(comments.id, comments.body));
     }},
    {"delete_returning_sql",
     [] {
       return to_sql(
           delete_from(comments).where(comments.id == 1).returning(sql<std::string>("upper({})"_sql, comments.body)));
     }},
    {"delete_in",
     [] {
       return to_sql(delete_from(comments).where(in_(comments.id, {1, 2, 3})));
     }},
    {"delete_not_in",
     [] {
       return to_sql(delete_from(comments).where(not_in(comments.id, {1, 2, 3})));
     }},
    {"delete_complex_condition",
     [] {
       return to_sql(
           delete_from(comments).where((comments.rating > 3 && comments.id < 5) || is_null(comments.user_id)));
     }},
    {"delete_cascading", [] { return to_sql(delete_from(posts).where(posts.id <= 2)); }},
};

}  // namespace
}  // namespace tests::drizzle
