// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// A row is given in one call.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b").values(users.email = "c", users.name = "d").text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
