// SPDX-License-Identifier: BSL-1.0
// expect: virga: this insert has no values
// An insert inserts something.
#include "tables.hpp"

auto program(fake_database database) {
#ifdef COMPILE_FAIL
  return insert_into(users).run(database);
#else
  return insert_into(users).values(users.email = "a", users.name = "b").run(database);
#endif
}
