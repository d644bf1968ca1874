// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be calculated with
// Null plus one is null: there is nothing to calculate.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age + null;
#else
  return users.age + 0;
#endif
}
