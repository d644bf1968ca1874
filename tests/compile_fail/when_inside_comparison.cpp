// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// What may be left out stands where a whole condition may.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id).from(users).where((when(flag, users.age > 18) == true)));
#else
  return to_sql(select(users.id).from(users).where(when(flag, users.age > 18)));
#endif
}
