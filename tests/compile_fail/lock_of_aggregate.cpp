// SPDX-License-Identifier: BSL-1.0
// expect: virga: lock.. needs rows of tables
// PostgreSQL locks rows, and a sum is none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).lock(for_share()).text();
#else
  return select(users.id).from(users).lock(for_share()).text();
#endif
}
