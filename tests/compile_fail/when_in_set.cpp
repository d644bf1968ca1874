// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// An assigned value is always there.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(update(posts).set(posts.published = when(flag, posts.id > 5)).all_rows());
#else
  return to_sql(update(posts).set(posts.published = posts.id > 5).where(when(flag, posts.id > 5)));
#endif
}
