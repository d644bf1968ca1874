// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. takes one or more columns
// PostgreSQL would take 2 for the second column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by(2).text();
#else
  return select(users.id).from(users).order_by(users.age).text();
#endif
}
