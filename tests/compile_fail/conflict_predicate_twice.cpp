// SPDX-License-Identifier: BSL-1.0
// expect: virga: where\(\) of a conflict belongs to columns or expressions, and is said once
// An index has one predicate.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).where(is_null(users.age)).where(users.age > 1).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(lower(users.email)).where(is_null(users.age)).do_nothing().text();
#endif
}
