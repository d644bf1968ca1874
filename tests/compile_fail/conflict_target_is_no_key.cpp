// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_conflict.. needs the columns of one primary key
// expect-name: on_conflict(users.name)
// A conflict is one about a key.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.name).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_nothing().text();
#endif
}
