// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A condition is true or false.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(users.age).text();
#else
  return select(users.id).from(users).where(users.age == 1).text();
#endif
}
