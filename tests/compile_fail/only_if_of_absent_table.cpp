// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// What may be left out is checked all the same.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id, only_if(flag, posts.title)).from(users));
#else
  return to_sql(select(users.id, only_if(flag, users.name)).from(users));
#endif
}
