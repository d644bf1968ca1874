// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this column
// An identity that is always generated takes no value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return posts.id = 5;
#else
  return posts.title = "Five";
#endif
}
