// SPDX-License-Identifier: BSL-1.0
// expect: virga: percentile_cont lies between numbers or intervals
// There is nothing between two texts.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(percentile_cont(0.5).within_group(users.name)).from(users).text();
#else
  return select(percentile_disc(0.5).within_group(users.name)).from(users).text();
#endif
}
