// SPDX-License-Identifier: BSL-1.0
// expect: virga: a common table expression is read that is not in with
// So is one that is joined.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).inner_join(per_author, per_author[posts.author_id] == users.id).text();
#else
  return with(per_author).select(users.name).from(users).inner_join(per_author, per_author[posts.author_id] == users.id).text();
#endif
}
