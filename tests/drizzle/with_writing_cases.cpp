// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases with_writing_cases{
    {"with_insert",
     [] {
       const auto n = cte("n"_name).as(select(count().as("value"_name)).from(users));
       return to_sql(with(n)
                         .insert_into(posts)
                         .values(posts.author_id = 1, posts.title = "counted",
                                 posts.views = scalar(select(n["value"_name]).from(n)))
                         .returning());
     }},
    {"with_update",
     [] {
       const auto average = cte("average"_name).as(select(avg(posts.views).as("value"_name)).from(posts));
       return to_sql(with(average)
                         .update(posts)
                         .set(posts.published = true)
                         .where(posts.views < scalar(select().from(average)))
                         .returning(posts.id));
     }},
    {"with_delete",
     [] {
       const auto average = cte("average"_name).as(select(avg(posts.views).as("value"_name)).from(posts));
       return to_sql(
           with(average).delete_from(posts).where(posts.views > scalar(select().from(average))).returning(posts.id));
     }},
    {"with_insert_inside",
     [] {
       const auto added = cte("added"_name).as(insert_into(tags).values(tags.label = "new").returning(tags.label));
       return to_sql(with(added).select().from(added));
     }},
    {"with_update_inside",
     [] {
       const auto changed =
           cte("changed"_name)
               .as(update(users).set(users.age = 1).where(users.role == "editor").returning(users.id, users.age));
       return to_sql(with(changed).select().from(changed).order_by(changed[users.id]));
     }},
    {"with_delete_inside",
     [] {
       const auto gone = cte("gone"_name).as(delete_from(posts).where(posts.published == false).returning(posts.id));
       return to_sql(with(gone).select(count()).from(gone));
     }},
};

constexpr auto manager = users.as("manager"_name);

const cases recursive_cases{
    {"recursive_numbers",
     [] {
       const auto n = cte("n"_name).recursive(select(sql<int>("1"_sql).as("i"_name)), [](auto before) {
         return select(before["i"_name] + 1).from(before).where(before["i"_name] < 5);
       });
       return to_sql(with(n).select(n["i"_name]).from(n));
     }},
    {"recursive_managers",
     [] {
       const auto chain = cte("chain"_name)
                              .recursive(select(users.id, users.manager_id, sql<int>("0"_sql).as("depth"_name))
                                             .from(users)
                                             .where(users.id == 5),
                                         [](auto below) {
                                           return select(manager.id, manager.manager_id, below["depth"_name] + 1)
                                               .from(manager)
                                               .inner_join(below, below[users.manager_id] == manager.id);
                                         });
       return to_sql(
           with(chain).select(chain[users.id], chain["depth"_name]).from(chain).order_by(chain["depth"_name]));
     }},
};

}  // namespace
}  // namespace tests::drizzle
