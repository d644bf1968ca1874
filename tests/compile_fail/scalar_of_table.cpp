// SPDX-License-Identifier: BSL-1.0
// expect: virga: a query used as a value, a list or an array gives exactly one column
// A table is no query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(scalar(users)).from(posts).text();
#else
  return select(scalar(select(users.name).from(users))).from(posts).text();
#endif
}
