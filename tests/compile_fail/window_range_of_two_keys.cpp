// SPDX-License-Identifier: BSL-1.0
// expect: virga: range_between.. with preceding.n. or following.n. counts in values of the key
// A distance is of one key.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(order_by(users.age, users.name).range_between(preceding(1), current_row))).from(users);
#else
  return select(count().over(order_by(users.age, users.name).range_between(unbounded_preceding, current_row)))
      .from(users)
      .text();
#endif
}
