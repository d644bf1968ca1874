// SPDX-License-Identifier: BSL-1.0
// expect: virga: within_group.. takes an expression, or
// The order is of what the rows hold.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(mode().within_group(5)).from(users).text();
#else
  return select(mode().within_group(users.age)).from(users).text();
#endif
}
