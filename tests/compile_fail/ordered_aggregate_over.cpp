// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no distinct.. and no order_by.. of an aggregate beside over
// The window has the order.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(string_agg(users.name, ",").order_by(users.age).over()).from(users).text();
#else
  return select(string_agg(users.name, ",").over(order_by(users.age))).from(users).text();
#endif
}
