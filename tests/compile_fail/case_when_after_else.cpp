// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.. stands after else_
// Nothing comes after else.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(users.age < 18, "minor").else_("old").when(users.age < 65, "adult")).from(users).text();
#else
  return select(case_when(users.age < 18, "minor").when(users.age < 65, "adult").else_("old")).from(users).text();
#endif
}
