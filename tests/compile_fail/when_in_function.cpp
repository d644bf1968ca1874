// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// An operand is always there.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(posts.id).from(posts).where(is_null(when(flag, posts.published))));
#else
  return to_sql(select(posts.id).from(posts).where(when(flag, is_null(posts.published))));
#endif
}
