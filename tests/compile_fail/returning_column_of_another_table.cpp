// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// What comes back comes from the table that is changed.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").returning(posts.id).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").returning(users.id).text();
#endif
}
