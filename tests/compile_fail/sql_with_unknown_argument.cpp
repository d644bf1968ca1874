// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql.text, arguments.*: an argument of this C.. type has no SQL type
// A value in hand-written SQL has a SQL type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql<std::string>("lower({})"_sql, 'x');
#else
  return sql<std::string>("lower({})"_sql, "x");
#endif
}
