// SPDX-License-Identifier: BSL-1.0
// expect: virga: a frame begins before it ends
// Nothing comes after the last row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sum(users.age).over(order_by(users.name).rows_between(unbounded_following, unbounded_following))).from(users).text();
#else
  return select(sum(users.age).over(order_by(users.name).rows_between(following(1), unbounded_following))).from(users).text();
#endif
}
