// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit
// What is stored is exact: 0.1 in floating point is not 1/10.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return tags.weight = 0.1;
#else
  return tags.weight = "0.1";
#endif
}
