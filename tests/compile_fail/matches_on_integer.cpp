// SPDX-License-Identifier: BSL-1.0
// expect: virga: matches and imatches look for a regular expression in a text
// A regular expression matches text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(matches(users.age, "^1")).text();
#else
  return select(users.id).from(users).where(matches(users.name, "^A")).text();
#endif
}
