// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function needs its window
// The same under a name.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(row_number().as("n"_name)).from(users).text();
#else
  return select(row_number().over().as("n"_name)).from(users).text();
#endif
}
