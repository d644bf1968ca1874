// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// A query has the type of its column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(posts.title == scalar(select(users.age).from(users))).text();
#else
  return select(posts.id).from(posts).where(posts.title == scalar(select(users.name).from(users))).text();
#endif
}
