// SPDX-License-Identifier: BSL-1.0
// expect: virga: partition_by.. takes one or more columns or expressions
// Every row has the same constant.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count().over(partition_by(1))).from(users).text();
#else
  return select(count().over(partition_by(users.age))).from(users).text();
#endif
}
