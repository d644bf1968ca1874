// SPDX-License-Identifier: BSL-1.0
// expect: virga: a query is compared as a value, scalar
// A subquery says whether one row is meant, or any, or all.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age > select(avg(users.age)).from(users);
#else
  return users.age > scalar(select(avg(users.age)).from(users));
#endif
}
