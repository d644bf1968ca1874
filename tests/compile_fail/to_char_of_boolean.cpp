// SPDX-License-Identifier: BSL-1.0
// expect: virga: to_char.value, format. formats numbers, dates, times and intervals
// There is no format of booleans.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(to_char(users.age > 1, "9")).from(users).text();
#else
  return select(to_char(users.age, "9")).from(users).text();
#endif
}
