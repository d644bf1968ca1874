// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function stands inside another one or inside an aggregate
// Aggregates are made before windows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(max(row_number().over())).from(users).text();
#else
  return select(max(users.age)).from(users).text();
#endif
}
