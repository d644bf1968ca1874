// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. and joins take a table, an alias of one, a common table expression, or rows under a name
// PostgreSQL, too, wants a name for a subquery in FROM.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sql<int>("1"_sql)).from(select(users.id).from(users)).text();
#else
  return select(sql<int>("1"_sql)).from(select(users.id).from(users).as("u"_name)).text();
#endif
}
