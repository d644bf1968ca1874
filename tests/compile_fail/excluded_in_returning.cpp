// SPDX-License-Identifier: BSL-1.0
// expect: virga: excluded\(…\) is the row that an insert could not add
// What comes back is the row that is there; the one kept out is known in do_update() alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_update(users.name = "c").returning(excluded(users).name).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_update(users.name = excluded(users).name).returning(users.name).text();
#endif
}
