// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// expect-name: users.age is integer
// expect-composed: users\.age is integer, the value is text, convert it first
// A value beside a column must fit its SQL type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age == "forty";
#else
  return users.age == 40;
#endif
}
