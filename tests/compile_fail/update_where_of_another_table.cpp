// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// An update is about its table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = 5).where(posts.id == 1).text();
#else
  return update(users).set(users.age = 5).where(users.age == 1).text();
#endif
}
