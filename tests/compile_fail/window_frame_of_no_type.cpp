// SPDX-License-Identifier: BSL-1.0
// expect: virga: preceding.n. and following.n. take a whole number
// What has no SQL type is no distance.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(order_by(users.age).rows_between(preceding(users), current_row))).from(users);
#else
  return select(count().over(order_by(users.age).rows_between(preceding(3), current_row))).from(users);
#endif
}
