// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate stands inside another one
// The filter sees rows, not groups.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().filter(max(users.age) > 5)).from(users).text();
#else
  return select(count().filter(users.age > 5)).from(users).text();
#endif
}
