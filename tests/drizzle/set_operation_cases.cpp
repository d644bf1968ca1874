// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases union_cases{
    {"union",
     [] {
       return to_sql(union_(select(users.name).from(users), select(tags.label).from(tags)).order_by("name"_name));
     }},
    {"union_all", [] { return to_sql(union_all(select(users.role).from(users), select(tags.label).from(tags))); }},
    {"union_method", [] { return to_sql(union_(select(users.id).from(users), select(posts.author_id).from(posts))); }},
    {"union_all_method",
     [] {
       return to_sql(union_all(select(users.id).from(users), select(posts.author_id).from(posts)).order_by(users.id));
     }},
    {"union_limit_offset",
     [] {
       return to_sql(union_(select(users.id).from(users), select(posts.author_id).from(posts))
                         .order_by(users.id)
                         .limit(3)
                         .offset(1));
     }},
    {"union_of_three",
     [] {
       return to_sql(
           union_(select(users.id).from(users), select(posts.id).from(posts), select(comments.id).from(comments))
               .order_by(users.id));
     }},
    {"union_with_values",
     [] {
       return to_sql(union_(select(users.id).from(users).where(users.role == "admin"),
                            select(posts.author_id).from(posts).where(posts.views > 50)));
     }},
    {"union_with_limit_inside",
     [] {
       return to_sql(union_all(select(users.id).from(users).order_by(desc(users.id)).limit(1),
                               select(posts.id).from(posts).order_by(posts.id).limit(2)));
     }},
    {"union_as_subquery",
     [] {
       const auto sq = union_(select(users.id).from(users), select(posts.author_id).from(posts)).as("sq"_name);
       return to_sql(select(count()).from(sq));
     }},
};

const cases intersect_and_except_cases{
    {"intersect", [] { return to_sql(intersect(select(users.id).from(users), select(posts.author_id).from(posts))); }},
    {"intersect_all",
     [] { return to_sql(intersect_all(select(users.id).from(users), select(posts.author_id).from(posts))); }},
    {"intersect_method",
     [] {
       return to_sql(intersect(select(users.id).from(users), select(posts.author_id).from(posts)).order_by(users.id));
     }},
    {"except", [] { return to_sql(except(select(users.id).from(users), select(posts.author_id).from(posts))); }},
    {"except_all",
     [] {
       return to_sql(except_all(select(users.role).from(users), select(users.role).from(users).where(users.id == 2)));
     }},
    {"except_method",
     [] {
       return to_sql(except(select(users.id).from(users), select(posts.author_id).from(posts)).order_by(users.id));
     }},
    {"set_operations_mixed",
     [] {
       return to_sql(union_(
           except(select(users.id).from(users), select(posts.author_id).from(posts).where(posts.published == true)),
           select(comments.user_id).from(comments).where(is_not_null(comments.user_id))));
     }},
    {"set_operations_nested",
     [] {
       return to_sql(union_(select(users.id).from(users).where(users.id == 1),
                            except(select(users.id).from(users), select(posts.author_id).from(posts)))
                         .order_by(users.id));
     }},
};

}  // namespace
}  // namespace tests::drizzle
