// SPDX-License-Identifier: BSL-1.0
// expect: virga: partition_by.. takes one or more columns or expressions
// Without a partition there is order_by(), or over() alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(partition_by())).from(users).text();
#else
  return select(count().over()).from(users).text();
#endif
}
