// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function stands inside another one or inside an aggregate
// Windows do not nest.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sum(row_number().over()).over()).from(users).text();
#else
  return select(sum(users.age).over()).from(users).text();
#endif
}
