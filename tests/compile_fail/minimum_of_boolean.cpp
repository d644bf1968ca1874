// SPDX-License-Identifier: BSL-1.0
// expect: virga: min and max take a type that PostgreSQL orders
// PostgreSQL has no min(boolean).
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return min(posts.published);
#else
  return min(posts.title);
#endif
}
