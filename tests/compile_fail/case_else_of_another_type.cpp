// SPDX-License-Identifier: BSL-1.0
// expect: virga: the results of a case are of different SQL types
// else is a result like the others.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(users.age < 18, "minor").else_(users.age)).from(users).text();
#else
  return select(case_when(users.age < 18, "minor").else_(users.name)).from(users).text();
#endif
}
