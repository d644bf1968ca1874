// SPDX-License-Identifier: BSL-1.0
// expect: virga: every column of a common table expression or subquery needs a name
// A column without a name cannot be read.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return cte("totals"_name).as(select(count()).from(users))["n"_name];
#else
  return cte("totals"_name).as(select(count().as("n"_name)).from(users))["n"_name];
#endif
}
