// SPDX-License-Identifier: BSL-1.0
// expect: virga: when
// A condition that is there or not is none of a case.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(when(true, users.age < 18), "minor").else_("adult")).from(users).text();
#else
  return select(case_when(users.age < 18, "minor").else_("adult")).from(users).text();
#endif
}
