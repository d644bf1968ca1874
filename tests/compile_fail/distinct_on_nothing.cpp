// SPDX-License-Identifier: BSL-1.0
// expect: virga: on.. takes one or more columns or expressions
// Without a key there is select_distinct().
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct_on(on(), users.name).from(users).text();
#else
  return select_distinct_on(on(users.age), users.name).from(users).text();
#endif
}
