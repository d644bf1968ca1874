// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// do_update() sees the two rows of its table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_update(users.name = "Ann").where(posts.published).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_update(users.name = "Ann").where(excluded(users).age > 5).text();
#endif
}
