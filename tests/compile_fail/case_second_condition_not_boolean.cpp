// SPDX-License-Identifier: BSL-1.0
// expect: virga: case_when.condition, result.: the condition is a boolean expression
// Every branch has a condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(users.age < 18, "minor").when(users.name, "adult").else_("old")).from(users).text();
#else
  return select(case_when(users.age < 18, "minor").when(users.age < 65, "adult").else_("old")).from(users).text();
#endif
}
