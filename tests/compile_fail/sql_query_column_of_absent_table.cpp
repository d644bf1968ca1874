// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from\(\)
// A column among the arguments wants its table there.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sql_query<sql_column<"title", std::string>>("select {} from {}"_sql, posts.title, users).text();
#else
  return sql_query<sql_column<"title", std::string>>("select {} from {}"_sql, posts.title, posts).text();
#endif
}
