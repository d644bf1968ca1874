// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// A common table expression has a name of its own.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return with(per_author, per_author).select(per_author["n"_name]).from(per_author).text();
#else
  return with(per_author).select(per_author["n"_name]).from(per_author).text();
#endif
}
