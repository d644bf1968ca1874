// SPDX-License-Identifier: BSL-1.0
// expect: virga: limit and offset take a whole number of rows
// A limit is a number.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).limit("x").text();
#else
  return select(users.id).from(users).limit(5).text();
#endif
}
