// SPDX-License-Identifier: BSL-1.0
// expect: virga: the results of a case are of different SQL types
// One expression has one type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(users.age < 18, "minor").when(users.age < 65, 1).else_("old")).from(users).text();
#else
  return select(case_when(users.age < 18, "minor").when(users.age < 65, "adult").else_("old")).from(users).text();
#endif
}
