// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A join under a flag has a condition as any other.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id).from(users).left_join(only_if(flag, posts), posts.author_id));
#else
  return to_sql(select(users.id).from(users).left_join(only_if(flag, posts), posts.author_id == users.id));
#endif
}
