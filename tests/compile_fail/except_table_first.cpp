// SPDX-License-Identifier: BSL-1.0
// expect: virga: union, intersect and except combine selects
// A table is no select in the first place either.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return except(users, select().from(users));
#else
  return except(select().from(users), select().from(users));
#endif
}
