// SPDX-License-Identifier: BSL-1.0
// expect: virga: filter.condition. takes a boolean expression
// A number is no condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().filter(users.age)).from(users).text();
#else
  return select(count().filter(users.age > 17)).from(users).text();
#endif
}
