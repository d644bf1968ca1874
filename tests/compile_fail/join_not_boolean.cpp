// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A join's condition is true or false.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).left_join(posts, posts.author_id).text();
#else
  return select(users.id).from(users).left_join(posts, posts.author_id == users.id).text();
#endif
}
