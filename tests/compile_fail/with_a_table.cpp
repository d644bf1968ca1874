// SPDX-License-Identifier: BSL-1.0
// expect: virga: with.. takes common table expressions
// Tables need no with().
#include "tables.hpp"

[[maybe_unused]] constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return with(users).select(users.id).from(users).text();
#else
  return with(per_author).select(users.id).from(users).text();
#endif
}
