// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned that belongs to another table
// The row that is there is changed.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_update(posts.title = "c").text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_update(users.name = excluded(users).name).text();
#endif
}
