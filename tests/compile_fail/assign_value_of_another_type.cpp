// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit
// expect-name: users.age is integer
// expect-composed: the column's SQL type: users\.[a-z_]+ is [a-z ]+, the value is
// A value fits its column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age = "forty";
#else
  return users.age = 40;
#endif
}
