// SPDX-License-Identifier: BSL-1.0
// expect: virga: on_conflict.. 
// A conflict is one about columns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict("email").do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict(users.email).do_nothing().text();
#endif
}
