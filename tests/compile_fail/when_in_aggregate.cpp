// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// An operand is always there.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(count(when(flag, posts.published))).from(posts));
#else
  return to_sql(select(count(posts.published)).from(posts).where(when(flag, posts.published)));
#endif
}
