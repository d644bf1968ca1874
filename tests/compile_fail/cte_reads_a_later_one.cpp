// SPDX-License-Identifier: BSL-1.0
// expect: virga: a common table expression is read that is not in with
// One reads those before it.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
constexpr auto busy = cte("busy"_name).as(select(per_author["n"_name]).from(per_author).where(per_author["n"_name] > 5));

auto program() {
#ifdef COMPILE_FAIL
  return with(busy, per_author).select(busy["n"_name]).from(busy).text();
#else
  return with(per_author, busy).select(busy["n"_name]).from(busy).text();
#endif
}
