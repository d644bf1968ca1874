// SPDX-License-Identifier: BSL-1.0
// expect: virga: only_if.flag, table. stands in left_join
// An inner join has no nulls for what is left out.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id).from(users).inner_join(only_if(flag, posts), posts.author_id == users.id));
#else
  return to_sql(select(users.id).from(users).left_join(only_if(flag, posts), posts.author_id == users.id));
#endif
}
