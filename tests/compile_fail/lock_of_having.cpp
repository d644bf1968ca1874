// SPDX-License-Identifier: BSL-1.0
// expect: virga: lock.. needs rows of tables
// PostgreSQL locks rows, and a group is none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sql<int>("1"_sql)).from(users).having(count() > 1).lock(for_update()).text();
#else
  return select(sql<int>("1"_sql)).from(users).lock(for_update()).text();
#endif
}
