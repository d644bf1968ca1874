// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// An update reads its table alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = posts.title).where(users.age == 1).text();
#else
  return update(users).set(users.name = users.email).where(users.age == 1).text();
#endif
}
