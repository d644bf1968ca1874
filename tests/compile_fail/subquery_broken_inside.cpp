// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// What is wrong inside a subquery is found, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(exists(select(tags.tag).from(posts))).text();
#else
  return select(users.id).from(users).where(exists(select(posts.id).from(posts))).text();
#endif
}
