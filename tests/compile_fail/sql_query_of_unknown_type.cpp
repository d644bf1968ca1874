// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql_column<"name", T>: T has no SQL type
// Each column has a type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql_query<sql_column<"id", no_rows>>("select 1"_sql).text();
#else
  return sql_query<sql_column<"id", int>>("select 1"_sql).text();
#endif
}
