// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit
// Nothing of a number is cut off silently.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age = 40.5;
#else
  return users.age = 40;
#endif
}
