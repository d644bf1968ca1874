// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// One answer to a conflict.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict().do_nothing().on_conflict(users.id).do_nothing().text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").on_conflict().do_nothing().text();
#endif
}
