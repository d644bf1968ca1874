// SPDX-License-Identifier: BSL-1.0
// expect: virga: values.. leaves out a column that is not null and has no default
// expect-name: users.
// expect-composed: no default: users\.[a-z]+, give it a value
// Every column that the database cannot fill in is given.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a").text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
