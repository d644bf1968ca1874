// SPDX-License-Identifier: BSL-1.0
// expect: virga: the members of union, intersect and except give as many columns each
// As many values as columns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.age).from(users), virga::values(row(1, 2))).text();
#else
  return union_(select(users.age).from(users), virga::values(row(1))).text();
#endif
}
