// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// An argument is always there.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(posts.id).from(posts).where(sql<bool>("not {}"_sql, when(flag, posts.published))));
#else
  return to_sql(select(posts.id).from(posts).where(when(flag, sql<bool>("not {}"_sql, posts.published))));
#endif
}
