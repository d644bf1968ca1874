// SPDX-License-Identifier: BSL-1.0
// expect: virga: every column of a common table expression or subquery needs a name
// What has no name cannot be read.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).as("n"_name);
#else
  return select(count().as("n"_name)).from(users).as("n"_name);
#endif
}
