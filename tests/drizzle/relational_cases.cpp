// SPDX-License-Identifier: BSL-1.0
//
// Drizzle's relational queries as far as they read one table, which a select does. Those that follow relations are not
// yet written.
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

/// It is the same table under the same name.
constexpr difference named_twice{"Drizzle gives the table its own name as an alias"};

const cases relational_cases{
    {"find_many", [] { return to_sql(select().from(users).order_by(users.id)); }, named_twice},
    {"find_first", [] { return to_sql(select().from(users).order_by(users.id).limit(1)); }, named_twice},
    {"find_many_columns", [] { return to_sql(select(users.id, users.name).from(users).order_by(users.id)); },
     named_twice},
    {"find_many_columns_excluded",
     [] {
       return to_sql(
           select(posts.id, posts.author_id, posts.title, posts.published, posts.views).from(posts).order_by(posts.id));
     },
     named_twice},
    {"find_many_where",
     [] { return to_sql(select(users.id).from(users).where(users.role == "user").order_by(desc(users.id)).limit(2)); },
     named_twice},
    {"find_many_limit_offset",
     [] { return to_sql(select(posts.id).from(posts).order_by(posts.id).limit(2).offset(2)); }, named_twice},
    {"find_many_extras",
     [] { return to_sql(select(users.id, upper(users.name).as("shouted"_name)).from(users).order_by(users.id)); },
     named_twice},
    {"find_with_order_by_two",
     [] { return to_sql(select(posts.id).from(posts).order_by(desc(posts.published), posts.title)); }, named_twice},
    {"find_where_in",
     [] {
       return to_sql(select(users.id).from(users).where(in_(users.role, {"admin", "editor"})).order_by(users.id));
     },
     one_array},
};

}  // namespace
}  // namespace tests::drizzle
