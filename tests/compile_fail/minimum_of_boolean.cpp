// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no min and max of this SQL type
// PostgreSQL has no min(boolean).
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return min(posts.published);
#else
  return min(posts.title);
#endif
}
