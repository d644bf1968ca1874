// SPDX-License-Identifier: BSL-1.0
// expect: virga: else_.. is said twice
// A case has one else.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(users.age < 18, "minor").else_("adult").else_("old")).from(users).text();
#else
  return select(case_when(users.age < 18, "minor").else_("adult")).from(users).text();
#endif
}
