// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// The condition of an update is true or false.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = 5).where(users.name).text();
#else
  return update(users).set(users.age = 5).where(users.name == "").text();
#endif
}
