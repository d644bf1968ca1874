// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be calculated with
// One mistake, one message, in an assignment.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = users.age + "1").all_rows().text();
#else
  return update(users).set(users.age = users.age + 1).all_rows().text();
#endif
}
