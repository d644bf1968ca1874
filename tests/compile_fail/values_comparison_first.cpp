// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// == compares, = assigns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email == "a", users.name = "b").text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
