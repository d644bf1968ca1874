// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// Rows are joined before groups are made.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).inner_join(posts, count() == 1).text();
#else
  return select(users.id).from(users).inner_join(posts, posts.id == 1).text();
#endif
}
