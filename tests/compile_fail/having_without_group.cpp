// SPDX-License-Identifier: BSL-1.0
// expect: virga: having.. needs group_by.. or an aggregate
// Without groups, conditions are on rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sql<int>("1"_sql)).from(users).having(sql<bool>("true"_sql)).text();
#else
  return select(sql<int>("1"_sql)).from(users).having(count() > 1).text();
#endif
}
