// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values to choose from are of different SQL types
// Columns, too, are of one type or of one family.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(coalesce(users.age, users.name)).from(users).text();
#else
  return select(coalesce(users.name, users.email)).from(users).text();
#endif
}
