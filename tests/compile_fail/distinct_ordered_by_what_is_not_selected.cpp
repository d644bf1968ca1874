// SPDX-License-Identifier: BSL-1.0
// expect: virga: select_distinct.. is ordered by what it selects
// Of the rows that became one, each may have another place.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct(users.name).from(users).order_by(users.age).text();
#else
  return select_distinct(users.name, users.age).from(users).order_by(users.age).text();
#endif
}
