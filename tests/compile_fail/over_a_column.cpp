// SPDX-License-Identifier: BSL-1.0
// expect: virga: over.. takes a window
// A column is no window.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(users.age)).from(users).text();
#else
  return select(count().over(partition_by(users.age))).from(users).text();
#endif
}
