// SPDX-License-Identifier: BSL-1.0
// expect: virga: excluded\(…\) is the row that an insert could not add
// The row kept out by a conflict is known in do_update() alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(excluded(users).name).from(users).text();
#else
  return select(users.name).from(users).text();
#endif
}
