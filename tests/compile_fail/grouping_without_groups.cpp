// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// Without groups there is no grouping.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(grouping(users.name)).from(users).text();
#else
  return select(grouping(users.name)).from(users).group_by(users.name).text();
#endif
}
