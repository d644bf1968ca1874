// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// A primary key decides its row in the groupings that have it alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name, count()).from(users).group_by(rollup(users.id)).text();
#else
  return select(users.name, count()).from(users).group_by(grouping_sets(set(users.id), set(users.id, users.age))).text();
#endif
}
