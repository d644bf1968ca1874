// SPDX-License-Identifier: BSL-1.0
// expect: virga: coalesce, nullif, greatest and least need at least one column or expression
// Of values alone the program knows the first one.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(coalesce(1, 2)).from(users).text();
#else
  return select(coalesce(users.age, 2)).from(users).text();
#endif
}
