// SPDX-License-Identifier: BSL-1.0
// expect: virga: rollup\(\) takes one or more columns, expressions and set
// Groupings are made of columns and expressions.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by(rollup(1)).text();
#else
  return select(count()).from(users).group_by(rollup(users.age)).text();
#endif
}
