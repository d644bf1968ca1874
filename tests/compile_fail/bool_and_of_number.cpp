// SPDX-License-Identifier: BSL-1.0
// expect: virga: bool_and and bool_or take a boolean expression
// A number is no condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(bool_and(users.age)).from(users).text();
#else
  return select(bool_and(users.age > 17)).from(users).text();
#endif
}
