// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values to choose from are of different SQL types
// One expression has one type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(coalesce(users.age, "none")).from(users).text();
#else
  return select(coalesce(users.age, 0)).from(users).text();
#endif
}
