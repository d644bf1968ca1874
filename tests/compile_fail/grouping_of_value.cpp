// SPDX-License-Identifier: BSL-1.0
// expect: virga: grouping\(\) takes one or more of the columns and expressions
// grouping() takes what is grouped by.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(grouping(1)).from(users).group_by(rollup(users.name)).text();
#else
  return select(grouping(users.name)).from(users).group_by(rollup(users.name)).text();
#endif
}
