// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// An expression with a bound value is another one when it is said again.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age / 10).from(users).group_by(users.age / 10).text();
#else
  return select(users.age / 10).from(users).group_by(users.age).text();
#endif
}
