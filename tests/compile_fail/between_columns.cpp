// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// Both ends of a range are compared with the operand.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return between(users.age, users.created_at, 60);
#else
  return between(users.age, users.age, 60);
#endif
}
