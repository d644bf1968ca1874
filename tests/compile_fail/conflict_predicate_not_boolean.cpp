// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// It is a condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).where(users.age).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(lower(users.email)).where(is_null(users.age)).do_nothing().text();
#endif
}
