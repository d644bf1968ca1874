// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be calculated with
// Both sides of * are numbers.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age * "2";
#else
  return users.age * 2;
#endif
}
