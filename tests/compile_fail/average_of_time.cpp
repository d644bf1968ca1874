// SPDX-License-Identifier: BSL-1.0
// expect: virga: sum and avg take numbers
// A time has no average here.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return avg_distinct(users.created_at);
#else
  return avg_distinct(users.age);
#endif
}
