// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A column needs a table to come from.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).text();
#else
  return select(sql<int>("1"_sql)).text();
#endif
}
