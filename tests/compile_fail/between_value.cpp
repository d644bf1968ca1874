// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// Both ends of a range are compared with the operand.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return between(users.age, 18, "sixty");
#else
  return between(users.age, 18, 60);
#endif
}
