// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function stands inside another one or inside an aggregate
// Nor in the order of a window.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number().over(order_by(rank().over(order_by(users.age))))).from(users).text();
#else
  return select(row_number().over(order_by(users.age))).from(users).text();
#endif
}
