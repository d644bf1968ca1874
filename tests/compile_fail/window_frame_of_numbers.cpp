// SPDX-License-Identifier: BSL-1.0
// expect: virga: a frame is between two of unbounded_preceding
// A bare number says neither before nor after.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sum(users.age).over(order_by(users.name).rows_between(2, current_row))).from(users).text();
#else
  return select(sum(users.age).over(order_by(users.name).rows_between(preceding(2), current_row))).from(users).text();
#endif
}
