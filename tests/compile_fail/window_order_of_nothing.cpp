// SPDX-License-Identifier: BSL-1.0
// expect: virga: the order of a window or an aggregate is of columns, expressions, asc
// An order has a key.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number().over(order_by())).from(users).text();
#else
  return select(row_number().over(order_by(users.name))).from(users).text();
#endif
}
