// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// One FROM; more tables are joined.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).from(posts).text();
#else
  return select(users.id).from(users).cross_join(posts).text();
#endif
}
