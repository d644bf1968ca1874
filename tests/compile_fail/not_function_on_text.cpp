// SPDX-License-Identifier: BSL-1.0
// expect: virga: ! negates a boolean expression
// Only booleans are negated.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return not_(users.name);
#else
  return not_(posts.published);
#endif
}
