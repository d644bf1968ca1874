// SPDX-License-Identifier: BSL-1.0
// expect: virga: where.. of an insert belongs to do_update
// do_nothing() changes nothing, whatever the row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_nothing().where(users.age > 5).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "Ann").on_conflict(users.email).do_update(users.name = "Ann").where(users.age > 5).text();
#endif
}
