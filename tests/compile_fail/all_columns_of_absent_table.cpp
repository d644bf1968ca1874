// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A whole table is selected from tables of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users, posts).from(users).text();
#else
  return select(users).from(users).text();
#endif
}
