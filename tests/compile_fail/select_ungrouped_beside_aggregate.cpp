// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// One row of all has no column of a single one.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name, count()).from(users).text();
#else
  return select(users.name, count()).from(users).group_by(users.name).text();
#endif
}
