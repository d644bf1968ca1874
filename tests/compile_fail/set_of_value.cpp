// SPDX-License-Identifier: BSL-1.0
// expect: virga: set\(\) takes columns and expressions
// Groupings are made of columns and expressions.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by(set(1)).text();
#else
  return select(count()).from(users).group_by(set(users.age)).text();
#endif
}
