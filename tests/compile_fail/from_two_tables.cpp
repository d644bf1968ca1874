// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. takes one table; join the others
// The comma of FROM is a cross join.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name, posts.title).from(users, posts).text();
#else
  return select(users.name, posts.title).from(users).cross_join(posts).text();
#endif
}
