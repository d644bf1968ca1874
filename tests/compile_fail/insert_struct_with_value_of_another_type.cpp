// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit the column.s SQL type
// A field takes values of its column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org", .name = 5};
#else
  return NewUser{.email = "ann@example.org", .name = "5"};
#endif
}
