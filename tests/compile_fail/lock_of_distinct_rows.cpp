// SPDX-License-Identifier: BSL-1.0
// expect: virga: lock.. needs rows of tables
// PostgreSQL locks rows, and distinct makes one of several.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct(users.age).from(users).lock(for_update()).text();
#else
  return select(users.age).from(users).lock(for_update()).text();
#endif
}
