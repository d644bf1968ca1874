// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_conflict.. names a column of another table
// A conflict is one of the table itself.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.as("u"_name).id).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.id).do_nothing().text();
#endif
}
