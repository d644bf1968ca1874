// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. takes a boolean expression
// What may be left out is a condition.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return when(flag, 18);
#else
  return when(flag, users.age == 18);
#endif
}
