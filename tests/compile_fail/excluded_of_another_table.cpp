// SPDX-License-Identifier: BSL-1.0
// expect: virga: excluded\(…\) is the row that an insert could not add
// The row kept out is of the table that the insert fills.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_update(users.name = excluded(posts).title).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_update(users.name = excluded(users).name).text();
#endif
}
