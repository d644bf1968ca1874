// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// A window over groups sees groups.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age, rank().over(order_by(users.name))).from(users).group_by(users.age).text();
#else
  return select(users.age, rank().over(order_by(count()))).from(users).group_by(users.age).text();
#endif
}
