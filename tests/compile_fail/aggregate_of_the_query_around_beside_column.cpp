// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// The sum is one of the outer query, which gives one row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name, scalar(select(sum(users.age)).from(posts))).from(users).text();
#else
  return select(scalar(select(sum(users.age)).from(posts))).from(users).text();
#endif
}
