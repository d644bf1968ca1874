// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// A boolean is neither 0 nor 1.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return posts.published == 1;
#else
  return posts.published == true;
#endif
}
