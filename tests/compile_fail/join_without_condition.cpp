// SPDX-License-Identifier: BSL-1.0
// expect: virga: a join takes a table and a condition
// A join without a condition is a cross join.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name, posts.title).from(users).left_join(posts).text();
#else
  return select(users.name, posts.title).from(users).left_join(posts, posts.author_id == users.id).text();
#endif
}
