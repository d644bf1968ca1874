// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// What stands inside an expression is checked, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age + count()).from(users).text();
#else
  return select(max(users.age) + count()).from(users).text();
#endif
}
