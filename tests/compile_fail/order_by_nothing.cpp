// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. takes one or more columns
// An order has keys.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by().text();
#else
  return select(users.id).from(users).order_by(users.id).text();
#endif
}
