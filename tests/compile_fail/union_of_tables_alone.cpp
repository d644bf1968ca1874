// SPDX-License-Identifier: BSL-1.0
// expect: virga: union, intersect and except combine selects
// A table is no select.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(users, users).text();
#else
  return union_(select().from(users), select().from(users)).text();
#endif
}
