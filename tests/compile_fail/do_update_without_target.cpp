// SPDX-License-Identifier: BSL-1.0
// expect: virga: do_update.. needs to know which conflict it answers
// PostgreSQL wants to know which row is there already.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict().do_update(users.name = "c").text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_update(users.name = "c").text();
#endif
}
