// SPDX-License-Identifier: BSL-1.0
// expect: virga: groups_between.. counts groups of rows with equal keys; give the window an order_by
// Without an order there are no groups of equal keys.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(partition_by(users.age).groups_between(preceding(1), current_row))).from(users).text();
#else
  return select(count().over(partition_by(users.age).order_by(users.name).groups_between(preceding(1), current_row)))
      .from(users);
#endif
}
