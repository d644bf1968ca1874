// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql<T>.text.: T has no SQL type
// What comes back has a SQL type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sql<unsigned>("length({})"_sql, users.name)).from(users).text();
#else
  return select(sql<int>("length({})"_sql, users.name)).from(users).text();
#endif
}
