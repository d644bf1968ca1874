// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// The key is of the query's tables.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct_on(on(posts.id), users.name).from(users).text();
#else
  return select_distinct_on(on(users.id), users.name).from(users).text();
#endif
}
