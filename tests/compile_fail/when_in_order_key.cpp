// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// when() goes around the key of an order, not into it.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(posts.id).from(posts).order_by(desc(when(flag, posts.published))));
#else
  return to_sql(select(posts.id).from(posts).order_by(when(flag, desc(posts.published))));
#endif
}
