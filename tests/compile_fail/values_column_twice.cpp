// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned twice
// A column has one value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = "b", users.name = "c").text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
