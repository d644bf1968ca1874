// SPDX-License-Identifier: BSL-1.0
// expect: virga: group_by.. takes one or more columns
// Groups have no order.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).group_by(desc(users.name)).text();
#else
  return select(users.name).from(users).group_by(users.name).order_by(desc(users.name)).text();
#endif
}
