// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// grouping() tells of what is grouped, and as it is grouped.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(grouping(lower(users.name))).from(users).group_by(rollup(users.name)).text();
#else
  return select(grouping(lower(users.name))).from(users).group_by(rollup(lower(users.name))).text();
#endif
}
