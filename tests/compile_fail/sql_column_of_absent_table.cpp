// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// Hand-written SQL is checked for its arguments.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sql<std::string>("lower({})"_sql, posts.title)).from(users).text();
#else
  return select(sql<std::string>("lower({})"_sql, users.name)).from(users).text();
#endif
}
