// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A number is no condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_update(users.name = "Ann").where(users.age).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_update(users.name = "Ann").where(users.age > 5).text();
#endif
}
