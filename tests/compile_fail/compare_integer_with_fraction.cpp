// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// Nothing of a number is cut off silently.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age < 17.5;
#else
  return users.age < 18;
#endif
}
