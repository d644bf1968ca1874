// SPDX-License-Identifier: BSL-1.0
// expect: virga: this delete has no where
// A delete of every row is said, not forgotten.
#include "tables.hpp"

auto program(fake_database database) {
#ifdef COMPILE_FAIL
  return delete_from(users).returning().all(database);
#else
  return delete_from(users).where(users.age < 5).returning().all(database);
#endif
}
