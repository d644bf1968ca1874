// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. and joins take a table
// Rows come from tables.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).cross_join(5).text();
#else
  return select(users.id).from(users).cross_join(posts).text();
#endif
}
