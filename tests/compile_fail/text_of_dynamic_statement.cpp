// SPDX-License-Identifier: BSL-1.0
// expect: virga: parts of this statement are decided at run time
// What is decided at run time is no constant.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(when(flag, users.age > 18)).text();
#else
  return to_sql(select(users.id).from(users).where(when(flag, users.age > 18)));
#endif
}
