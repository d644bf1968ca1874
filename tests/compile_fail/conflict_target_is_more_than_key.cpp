// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_conflict.. needs the columns of one primary key
// More than a key is none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email, users.name).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_nothing().text();
#endif
}
