// SPDX-License-Identifier: BSL-1.0
// expect: virga: sql.text, arguments.*: the text needs one
// Every {} takes one argument.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql_query<sql_column<"id", int>>("select id from users where age between {} and {}"_sql, 1).text();
#else
  return sql_query<sql_column<"id", int>>("select id from users where age between {} and {}"_sql, 1, 2).text();
#endif
}
