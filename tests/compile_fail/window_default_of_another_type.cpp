// SPDX-License-Identifier: BSL-1.0
// expect: virga: what lag.. and lead.. give where there is no row is of their operand's SQL type
// One column has one type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(lag(users.age, 1, "none").over(order_by(users.id))).from(users);
#else
  return select(lag(users.age, 1, 0).over(order_by(users.id))).from(users);
#endif
}
