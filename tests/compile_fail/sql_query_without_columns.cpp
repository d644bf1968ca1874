// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql_query<columns…>\(text\) and sql_source<columns…>\(text\) say which columns
// Nobody else knows the columns of a text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql_query<>("select id from users"_sql).text();
#else
  return sql_query<sql_column<"id", int>>("select id from users"_sql).text();
#endif
}
