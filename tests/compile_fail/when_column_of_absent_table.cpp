// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A condition that may be left out is checked all the same.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id).from(users).where(when(flag, posts.published)));
#else
  return to_sql(select(users.id).from(users).where(when(flag, users.age > 18)));
#endif
}
