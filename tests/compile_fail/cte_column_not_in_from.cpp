// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A common table expression is read in from() or a join, like a table.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return with(per_author).select(per_author["n"_name]).from(users).text();
#else
  return with(per_author).select(per_author["n"_name]).from(per_author).text();
#endif
}
