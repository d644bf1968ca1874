// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// grouping() reads groups, which where() does not know yet.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).where(grouping(users.name) == 0).group_by(rollup(users.name)).text();
#else
  return select(users.name).from(users).group_by(rollup(users.name)).having(grouping(users.name) == 0).text();
#endif
}
