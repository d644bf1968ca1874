// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// What a common table expression reads is not seen outside.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return with(per_author).select(posts.author_id).from(per_author).text();
#else
  return with(per_author).select(per_author[posts.author_id]).from(per_author).text();
#endif
}
