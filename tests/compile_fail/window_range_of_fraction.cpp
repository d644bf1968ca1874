// SPDX-License-Identifier: BSL-1.0
// expect: virga: range_between.. with preceding.n. or following.n. counts in values of the key
// Whole numbers are whole numbers apart.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(order_by(users.age).range_between(preceding(1.5), current_row))).from(users);
#else
  return select(count().over(order_by(users.age).range_between(preceding(1), current_row))).from(users);
#endif
}
