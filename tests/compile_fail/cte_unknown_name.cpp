// SPDX-License-Identifier: BSL-1.0
// expect: virga: this common table expression or subquery selects no column of this name
// It has the columns that its query selects.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return per_author["m"_name];
#else
  return per_author["n"_name];
#endif
}
