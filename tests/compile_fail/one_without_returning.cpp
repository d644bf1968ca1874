// SPDX-License-Identifier: BSL-1.0
// expect: virga: this statement gives no rows. add returning
// Without returning(), nothing comes back.
#include "tables.hpp"

auto program(fake_database database) {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").one(database);
#else
  return insert_into(users).values(users.email = "a", users.name = "b").returning().one(database);
#endif
}
