// SPDX-License-Identifier: BSL-1.0
// expect: virga: this function takes an array
// length() counts the characters of a text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cardinality(users.name)).from(users).text();
#else
  return select(length(users.name)).from(users).text();
#endif
}
