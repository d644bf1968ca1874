// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. and joins take a table
// Rows come from tables.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users.id).text();
#else
  return select(users.id).from(users).text();
#endif
}
