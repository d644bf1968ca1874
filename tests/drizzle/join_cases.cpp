// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

constexpr auto manager = users.as("manager"_name);
constexpr auto reviewer = users.as("reviewer"_name);
const auto by_author = posts.author_id == users.id;

const cases join_cases{
    {"join_inner",
     [] {
       return to_sql(select(users.name, posts.title).from(users).inner_join(posts, by_author).order_by(posts.id));
     }},
    {"join_left",
     [] {
       return to_sql(
           select(users.name, posts.title).from(users).left_join(posts, by_author).order_by(users.id, posts.id));
     }},
    {"join_right",
     [] {
       return to_sql(select(users.name, comments.body)
                         .from(users)
                         .right_join(comments, comments.user_id == users.id)
                         .order_by(comments.id));
     }},
    {"join_full",
     [] {
       return to_sql(select(users.name, comments.body)
                         .from(users)
                         .full_join(comments, comments.user_id == users.id)
                         .order_by(users.id, comments.id));
     }},
    {"join_cross", [] { return to_sql(select(users.name, tags.label).from(users).cross_join(tags)); }},
    {"join_left_all_fields",
     [] { return to_sql(select().from(users).left_join(posts, by_author).order_by(users.id, posts.id)); }},
    {"join_left_grouped_fields",
     [] {
       return to_sql(
           select(users.id, users.name, posts).from(users).left_join(posts, by_author).order_by(users.id, posts.id));
     }},
    {"join_left_whole_and_column",
     [] { return to_sql(select(posts, users.name).from(posts).left_join(users, by_author).order_by(posts.id)); }},
    {"join_left_missing",
     [] { return to_sql(select(users.id).from(users).left_join(posts, by_author).where(is_null(posts.id))); }},
    {"join_three_tables",
     [] {
       return to_sql(select(users.name, posts.title, comments.body)
                         .from(users)
                         .inner_join(posts, by_author)
                         .inner_join(comments, comments.post_id == posts.id)
                         .order_by(comments.id));
     }},
    {"join_left_then_left",
     [] {
       return to_sql(select(users.name, posts.title, post_tags.tag)
                         .from(users)
                         .left_join(posts, by_author)
                         .left_join(post_tags, post_tags.post_id == posts.id)
                         .order_by(users.id, posts.id, post_tags.tag));
     }},
    {"join_inner_then_right",
     [] {
       return to_sql(select(posts.title, post_tags.tag, tags.label)
                         .from(posts)
                         .inner_join(post_tags, post_tags.post_id == posts.id)
                         .right_join(tags, tags.label == post_tags.tag)
                         .order_by(tags.label, posts.id));
     }},
    {"join_many_to_many",
     [] {
       return to_sql(select(posts.title, tags.description)
                         .from(posts)
                         .inner_join(post_tags, post_tags.post_id == posts.id)
                         .inner_join(tags, tags.label == post_tags.tag)
                         .where(tags.label == "sql")
                         .order_by(posts.id));
     }},
    {"join_two_conditions",
     [] {
       return to_sql(select(users.name, posts.title)
                         .from(users)
                         .left_join(posts, by_author && posts.published == true)
                         .order_by(users.id, posts.id));
     }},
    {"join_not_equal",
     [] {
       return to_sql(select(users.name, manager.name)
                         .from(users)
                         .inner_join(manager, manager.age == users.age && manager.id != users.id)
                         .order_by(users.id));
     }},
    {"join_on_sql", [] { return to_sql(select(users.name).from(users).inner_join(posts, sql<bool>("true"_sql))); }},
    {"join_partial_with_alias",
     [] {
       return to_sql(select(users.id, users.name, manager.id, manager.name)
                         .from(users)
                         .left_join(manager, users.manager_id == manager.id)
                         .order_by(users.id));
     }},
    {"join_full_with_alias",
     [] {
       return to_sql(
           select().from(users).full_join(manager, users.manager_id == manager.id).order_by(users.id, manager.id));
     }},
    {"join_two_aliases",
     [] {
       return to_sql(select(users.name, manager.name, reviewer.name)
                         .from(users)
                         .left_join(manager, manager.id == users.manager_id)
                         .left_join(reviewer, reviewer.id == manager.manager_id)
                         .order_by(users.id));
     }},
    {"join_select_from_alias",
     [] { return to_sql(select().from(manager).where(manager.role == "editor").order_by(manager.id)); }},
    {"join_alias_of_alias_names",
     [] {
       return to_sql(select(manager.id, reviewer.name)
                         .from(manager)
                         .inner_join(reviewer, manager.manager_id == reviewer.id)
                         .order_by(manager.id));
     }},
    {"join_aggregate_of_other_side",
     [] {
       return to_sql(select(users.name, count(posts.id))
                         .from(users)
                         .left_join(posts, by_author)
                         .group_by(users.id, users.name)
                         .order_by(users.id));
     }},
};

}  // namespace
}  // namespace tests::drizzle
