// SPDX-License-Identifier: BSL-1.0
// expect: virga: matches and imatches look for a regular expression in a text
// A number is no text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).where(matches(users.age, "4.")).text();
#else
  return select(users.name).from(users).where(matches(users.name, "A.*"));
#endif
}
