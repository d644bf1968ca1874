// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases subquery_cases{
    {"count_embedded",
     [] { return to_sql(select(users.name, scalar(select(count()).from(posts))).from(users).order_by(users.id)); }},
    {"count_embedded_with_filters",
     [] {
       return to_sql(select(users.name, scalar(select(count()).from(posts).where(posts.author_id == users.id)))
                         .from(users)
                         .order_by(users.id));
     }},
    {"count_embedded_reuse",
     [] {
       const auto n = scalar(select(count()).from(posts));
       return to_sql(select(n, n).from(tags));
     }},
    {"subquery_scalar_in_where",
     [] {
       return to_sql(select(posts.id).from(posts).where(posts.views == scalar(select(max(posts.views)).from(posts))));
     }},
    {"subquery_scalar_in_select",
     [] {
       const auto written = select(count()).from(posts).where(posts.author_id == users.id);
       return to_sql(select(users.name, scalar(written).as("n"_name)).from(users).order_by(users.id));
     }},
    {"subquery_exists",
     [] {
       return to_sql(select(users.id).from(users).where(
           exists(select(sql<int>("1"_sql)).from(posts).where(posts.author_id == users.id))));
     }},
    {"subquery_not_exists",
     [] {
       return to_sql(select(users.id).from(users).where(
           not_exists(select(sql<int>("1"_sql)).from(posts).where(posts.author_id == users.id))));
     }},
    {"subquery_in",
     [] {
       return to_sql(select(users.id).from(users).where(
           in_(users.id, select(posts.author_id).from(posts).where(posts.views > 50))));
     }},
    {"subquery_not_in",
     [] { return to_sql(select(users.id).from(users).where(not_in(users.id, select(posts.author_id).from(posts)))); }},
    {"update_subquery",
     [] {
       return to_sql(update(posts)
                         .set(posts.views = scalar(select(count()).from(comments).where(comments.post_id == posts.id)))
                         .where(posts.published == true));
     }},
    {"delete_subquery",
     [] {
       return to_sql(delete_from(comments).where(
           in_(comments.post_id, select(posts.id).from(posts).where(posts.author_id == 4))));
     }},
};

}  // namespace
}  // namespace tests::drizzle
