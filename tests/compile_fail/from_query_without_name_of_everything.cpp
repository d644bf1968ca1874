// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. and joins take a table, an alias of one, a common table expression, or rows under a name
// One mistake, one sentence: nothing is said of what to select.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select().from(select(users.id).from(users)).text();
#else
  return select().from(select(users.id).from(users).as("u"_name)).text();
#endif
}
