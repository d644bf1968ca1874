// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// = assigns, == compares.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(users.age = 5).text();
#else
  return select(users.id).from(users).where(users.age == 5).text();
#endif
}
