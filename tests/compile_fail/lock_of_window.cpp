// SPDX-License-Identifier: BSL-1.0
// expect: virga: lock.. needs rows of tables
// PostgreSQL locks no rows beside a window function.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number().over()).from(users).lock(for_update()).text();
#else
  return select(users.id).from(users).lock(for_update()).text();
#endif
}
