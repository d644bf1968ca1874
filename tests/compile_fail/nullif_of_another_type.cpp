// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values to choose from are of different SQL types
// nullif() compares.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(nullif(users.name, 5)).from(users).text();
#else
  return select(nullif(users.name, "")).from(users).text();
#endif
}
