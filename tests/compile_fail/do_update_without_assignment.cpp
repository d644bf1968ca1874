// SPDX-License-Identifier: BSL-1.0
// expect: virga: do_update.. needs at least one assignment
// An update changes something.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_update().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_update(users.name = "c").text();
#endif
}
