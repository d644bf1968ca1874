// SPDX-License-Identifier: BSL-1.0
// expect: virga: this insert has no values
// An insert inserts something.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).returning(users.id).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").returning(users.id).text();
#endif
}
