// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql.text, arguments.*: an argument of this C\+\+ type has no SQL type
// An argument is a value of a SQL type, an expression or a table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql_query<sql_column<"id", int>>("select {}"_sql, no_rows{}).text();
#else
  return sql_query<sql_column<"id", int>>("select {}"_sql, 1).text();
#endif
}
