// SPDX-License-Identifier: BSL-1.0
// expect: virga: select and returning take columns, tables and expressions
// = assigns, == compares.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age = 5).from(users).text();
#else
  return select(users.age == 5).from(users).text();
#endif
}
