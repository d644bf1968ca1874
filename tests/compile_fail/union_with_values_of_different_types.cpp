// SPDX-License-Identifier: BSL-1.0
// expect: virga: the members of union, intersect and except give columns of the same SQL types
// Rows that are written have types, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.id).from(users), virga::values(row(1))).text();
#else
  return union_(select(users.age).from(users), virga::values(row(1))).text();
#endif
}
