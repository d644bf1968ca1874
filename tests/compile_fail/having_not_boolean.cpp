// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A condition on groups is true or false.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age).from(users).group_by(users.age).having(count()).text();
#else
  return select(users.age).from(users).group_by(users.age).having(count() > 1).text();
#endif
}
