// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// lower() takes text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(lower(users.age)).from(users).text();
#else
  return select(lower(users.name)).from(users).text();
#endif
}
