// SPDX-License-Identifier: BSL-1.0
// expect: virga: limit and offset take a whole number of rows
// There is no half of a row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).offset(1.5).text();
#else
  return select(users.id).from(users).offset(1).text();
#endif
}
