// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_conflict\(…\) and its where\(…\) are made of the table.s own columns
// An index is made of its table alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).where(posts.published).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(lower(users.email)).where(is_null(users.age)).do_nothing().text();
#endif
}
