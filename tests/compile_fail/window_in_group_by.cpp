// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function stands in the select list or in order_by
// Windows are made of groups.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by(rank().over(order_by(users.age))).text();
#else
  return select(count()).from(users).group_by(users.age).text();
#endif
}
