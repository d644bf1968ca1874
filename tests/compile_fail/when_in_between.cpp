// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// An end of a range is always there.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(posts.id).from(posts).where(between(when(flag, posts.published), false, true)));
#else
  return to_sql(select(posts.id).from(posts).where(when(flag, between(posts.published, false, true))));
#endif
}
