// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A condition is one of the database.
#include "tables.hpp"

auto program([[maybe_unused]] bool flag) {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(flag).text();
#else
  return to_sql(select(users.id).from(users).where(when(flag, users.age == 1)));
#endif
}
