// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// So it must on the left.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return "forty" == users.age;
#else
  return 40 == users.age;
#endif
}
