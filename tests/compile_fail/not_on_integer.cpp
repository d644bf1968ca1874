// SPDX-License-Identifier: BSL-1.0
// expect: virga: ! negates a boolean expression
// Only booleans are negated.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return !users.age;
#else
  return !(users.age > 18);
#endif
}
