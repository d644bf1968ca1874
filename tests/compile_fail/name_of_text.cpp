// SPDX-License-Identifier: BSL-1.0
// expect: virga: a name in a query is a literal of its own
// A plain text is a value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name.as("n")).from(users).text();
#else
  return select(users.name.as("n"_name)).from(users).text();
#endif
}
