// SPDX-License-Identifier: BSL-1.0
// expect: virga: a frame begins before it ends
// Bounds stand in the order of the rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sum(users.age).over(order_by(users.name).rows_between(current_row, preceding(2)))).from(users).text();
#else
  return select(sum(users.age).over(order_by(users.name).rows_between(preceding(2), current_row))).from(users).text();
#endif
}
