// SPDX-License-Identifier: BSL-1.0
// expect: virga: a common table expression is read that is not in with
// expect-name: per_author
// expect-composed: not in with\(…\): per_author, put it there
// A common table expression is part of the query that reads it.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return select(per_author["n"_name]).from(per_author).text();
#else
  return with(per_author).select(per_author["n"_name]).from(per_author).text();
#endif
}
