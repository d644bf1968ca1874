// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function needs its window
// The same beside a value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number() == 1).from(users).text();
#else
  return select(row_number().over() == 1).from(users).text();
#endif
}
