// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this column
// An identity that is always generated stays what it is.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(posts).set(posts.id = 5).all_rows();
#else
  return update(posts).set(posts.title = "Five").all_rows();
#endif
}
