// SPDX-License-Identifier: BSL-1.0
// expect: virga: only_if.flag, .*. takes a column, an expression or a table
// A value is there or not by itself.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id, only_if(flag, 3)).from(users));
#else
  return to_sql(select(users.id, only_if(flag, users.age)).from(users));
#endif
}
