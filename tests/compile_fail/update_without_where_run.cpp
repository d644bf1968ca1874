// SPDX-License-Identifier: BSL-1.0
// expect: virga: this update has no where
// An update of every row is said, not forgotten.
#include "tables.hpp"

auto program(fake_database database) {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = 5).run(database);
#else
  return update(users).set(users.age = 5).where(users.age < 5).run(database);
#endif
}
