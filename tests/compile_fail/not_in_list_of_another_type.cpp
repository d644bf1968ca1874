// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.column, list.: the list
// not_in() is no different.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return not_in(posts.published, {0, 1});
#else
  return not_in(posts.published, {true, false});
#endif
}
