// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// Groups have the same keys at run time.
#include "tables.hpp"

auto program(bool flag) {
#ifdef COMPILE_FAIL
  return to_sql(select(count()).from(posts).group_by(when(flag, posts.published)));
#else
  return to_sql(select(count()).from(posts).group_by(posts.published).having(when(flag, posts.published)));
#endif
}
