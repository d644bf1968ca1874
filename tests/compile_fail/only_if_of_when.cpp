// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// One flag is enough.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id, only_if(flag, when(flag, users.age > 3))).from(users));
#else
  return to_sql(select(users.id, only_if(flag, users.age > 3)).from(users));
#endif
}
