// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit the column.s SQL type
// Nothing of a number is cut off silently.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org", .name = "Ann", .age = 40.5};
#else
  return NewUser{.email = "ann@example.org", .name = "Ann", .age = 40L};
#endif
}
