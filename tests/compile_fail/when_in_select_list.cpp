// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// What is selected is always there.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(when(flag, users.age > 5)).from(users));
#else
  return to_sql(select(users.age > 5).from(users).where(when(flag, users.age > 5)));
#endif
}
