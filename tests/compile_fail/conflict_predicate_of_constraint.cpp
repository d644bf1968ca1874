// SPDX-License-Identifier: BSL-1.0
// expect: virga: where\(\) of a conflict belongs to columns or expressions, and is said once
// A constraint covers every row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_constraint("users_key"_name).where(is_null(users.age)).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_constraint("users_key"_name).do_nothing().text();
#endif
}
