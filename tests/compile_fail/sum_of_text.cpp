// SPDX-License-Identifier: BSL-1.0
// expect: virga: sum and avg take numbers
// Text has no sum.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return sum(users.name);
#else
  return sum(users.age);
#endif
}
