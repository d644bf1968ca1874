// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_conflict.. names a column of another table
// expect-name: on_conflict(posts.id)
// A conflict is one of the table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(posts.id).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.id).do_nothing().text();
#endif
}
