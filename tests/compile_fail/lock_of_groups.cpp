// SPDX-License-Identifier: BSL-1.0
// expect: virga: lock.. needs rows of tables
// PostgreSQL locks rows, and a group is none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age).from(users).group_by(users.age).lock(for_update()).text();
#else
  return select(users.age).from(users).lock(for_update()).text();
#endif
}
