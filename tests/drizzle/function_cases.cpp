// SPDX-License-Identifier: BSL-1.0
#include "drizzle/harness.hpp"
#include "drizzle/tables.hpp"

namespace tests::drizzle {
namespace {

using namespace virga;
using namespace virga::literals;

const cases function_cases{
    {"function_lower", [] { return to_sql(select(lower(users.name)).from(users).order_by(users.id)); }},
    {"function_length", [] { return to_sql(select(length(users.name)).from(users).order_by(users.id)); }},
    {"function_trim", [] { return to_sql(select(btrim(users.name)).from(users).order_by(users.id)); },
     difference{"trim() is the standard's word for btrim(), whose arguments are a function's"}},
    {"function_concat",
     [] { return to_sql(select(concat(users.name, " ", users.role)).from(users).order_by(users.id)); }},
    {"function_concatenation",
     [] {
       return to_sql(select(concat(users.name, posts.title))
                         .from(users)
                         .inner_join(posts, posts.author_id == users.id)
                         .order_by(posts.id));
     },
     difference{"|| is or in C++; of columns that are not null concat() says the same"}},
    {"function_substring", [] { return to_sql(select(substring(users.name, 1, 2)).from(users).order_by(users.id)); }},
    {"function_replace", [] { return to_sql(select(replace(users.name, "n", "m")).from(users).order_by(users.id)); }},
    {"function_coalesce", [] { return to_sql(select(coalesce(users.age, 0)).from(users).order_by(users.id)); }},
    {"function_coalesce_columns",
     [] { return to_sql(select(coalesce(users.age, users.manager_id, users.id)).from(users).order_by(users.id)); }},
    {"function_nullif", [] { return to_sql(select(nullif(users.role, "user")).from(users).order_by(users.id)); }},
    {"function_greatest",
     [] {
       return to_sql(
           select(greatest(posts.views, posts.id), least(posts.views, posts.id)).from(posts).order_by(posts.id));
     }},
    {"function_absolute", [] { return to_sql(select(abs(users.balance)).from(users).order_by(users.id)); }},
    {"function_round",
     [] { return to_sql(select(round(users.balance), round(users.balance, 1)).from(users).order_by(users.id)); }},
    {"function_date_trunc",
     [] { return to_sql(select(date_trunc<"month">(users.created_at)).from(users).order_by(users.id)); }},
    {"function_extract",
     [] { return to_sql(select(extract<"year">(posts.created_on)).from(posts).order_by(posts.id)); }},
    {"function_cast",
     [] {
       return to_sql(select(cast<std::string>(posts.views), cast<int>(users.balance))
                         .from(posts)
                         .inner_join(users, posts.author_id == users.id)
                         .order_by(posts.id));
     }},
    {"function_case",
     [] {
       return to_sql(select(case_when(users.age >= 18, "adult").when(users.age < 18, "child").else_("unknown"))
                         .from(users)
                         .order_by(users.id));
     }},
    {"function_case_without_else",
     [] { return to_sql(select(case_when(posts.published, posts.views)).from(posts).order_by(posts.id)); }},
    {"function_in_where",
     [] { return to_sql(select(users.id).from(users).where(coalesce(users.manager_id, users.id) == 4)); }},
    {"function_in_set", [] { return to_sql(update(users).set(users.name = upper(users.name)).where(users.id == 2)); }},
};

}  // namespace
}  // namespace tests::drizzle
