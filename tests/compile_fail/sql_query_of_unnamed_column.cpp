// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql_query<columns…>\(text\): each column has a name
// A column of a query has a name of its own.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql_query<sql_column<"", int>>("select 1"_sql).as("one"_name);
#else
  return sql_query<sql_column<"n", int>>("select 1"_sql).as("one"_name);
#endif
}
