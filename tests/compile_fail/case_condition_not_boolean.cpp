// SPDX-License-Identifier: BSL-1.0
// expect: virga: case_when.condition, result.: the condition is a boolean expression
// A number is no condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(users.age, "adult").else_("minor")).from(users).text();
#else
  return select(case_when(users.age > 17, "adult").else_("minor")).from(users).text();
#endif
}
