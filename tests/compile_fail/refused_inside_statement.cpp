// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// One mistake, one message, however deep it is.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id).from(users).where(when(flag, users.age > 5 && !(users.name == users.age || users.name == ""))).order_by(users.id));
#else
  return to_sql(select(users.id).from(users).where(when(flag, users.age > 5 && !(users.name == users.email || users.name == ""))).order_by(users.id));
#endif
}
