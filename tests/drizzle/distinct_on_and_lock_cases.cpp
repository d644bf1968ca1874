// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases distinct_on_cases{
    {"select_distinct_on",
     [] {
       return to_sql(select_distinct_on(on(posts.author_id), posts.author_id, posts.title)
                         .from(posts)
                         .order_by(posts.author_id, desc(posts.views)));
     }},
    {"select_distinct_on_two_fields",
     [] {
       return to_sql(select_distinct_on(on(users.role, users.age), users.role, users.age, users.id)
                         .from(users)
                         .order_by(users.role, users.age, users.id));
     }},
    {"select_distinct_on_sql",
     [] {
       return to_sql(select_distinct_on(on(lower(users.name)), users.name, users.id)
                         .from(users)
                         .order_by(lower(users.name), users.id));
     }},
};

const cases locking_cases{
    {"for_update", [] { return to_sql(select(users.id).from(users).where(users.id == 1).lock(for_update())); }},
    {"for_no_key_update", [] { return to_sql(select(users.id).from(users).lock(for_no_key_update().of(users))); }},
    {"for_share", [] { return to_sql(select(users.id).from(users).lock(for_share().of(users).nowait())); }},
    {"for_key_share",
     [] {
       return to_sql(select(users.id).from(users).order_by(users.id).limit(1).lock(for_key_share().skip_locked()));
     }},
    {"for_update_of_one",
     [] {
       return to_sql(select(users.id)
                         .from(users)
                         .inner_join(posts, posts.author_id == users.id)
                         .lock(for_update().of(posts).skip_locked()));
     }},
};

}  // namespace
}  // namespace tests::drizzle
