// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate with distinct.. is ordered by its own argument alone
// Of equal values one is left, and it has many ids.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(string_agg(users.name, ", ").distinct().order_by(users.age)).from(users).text();
#else
  return select(string_agg(users.name, ", ").distinct().order_by(desc(users.name))).from(users).text();
#endif
}
