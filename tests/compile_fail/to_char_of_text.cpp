// SPDX-License-Identifier: BSL-1.0
// expect: virga: to_char.value, format. formats numbers, dates, times and intervals
// Text has its form already.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(to_char(users.name, "9")).from(users).text();
#else
  return select(to_char(users.created_at, "YYYY")).from(users).text();
#endif
}
