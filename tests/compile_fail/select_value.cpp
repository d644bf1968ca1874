// SPDX-License-Identifier: BSL-1.0
// expect: virga: select and returning take columns, tables and expressions
// A value is no column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id, 5).from(users).text();
#else
  return select(users.id, sql<int>("{}"_sql, 5)).from(users).text();
#endif
}
