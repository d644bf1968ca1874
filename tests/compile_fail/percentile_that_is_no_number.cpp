// SPDX-License-Identifier: BSL-1.0
// expect: virga: a percentile is a number from 0 to 1
// A fraction is a number.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(percentile_cont("half").within_group(users.age)).from(users).text();
#else
  return select(percentile_cont(0.5).within_group(users.age)).from(users).text();
#endif
}
