// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A condition on groups is about the tables of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).having(max(posts.id) > 5).text();
#else
  return select(count()).from(users).having(max(users.age) > 5).text();
#endif
}
