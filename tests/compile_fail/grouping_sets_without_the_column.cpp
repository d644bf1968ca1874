// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// A column that stands in no set is not grouped.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name, users.age).from(users).group_by(rollup(users.name)).text();
#else
  return select(users.name, users.age).from(users).group_by(rollup(users.name, users.age)).text();
#endif
}
