// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// What changes is said in one call.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = 5).set(users.name = "x").all_rows().text();
#else
  return update(users).set(users.age = 5, users.name = "x").all_rows().text();
#endif
}
