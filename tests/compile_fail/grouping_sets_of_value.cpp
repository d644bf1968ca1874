// SPDX-License-Identifier: BSL-1.0
// expect: virga: grouping_sets\(\) takes one or more set
// Groupings are made of columns and expressions.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by(grouping_sets(1)).text();
#else
  return select(count()).from(users).group_by(grouping_sets(users.age)).text();
#endif
}
