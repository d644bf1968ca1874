// SPDX-License-Identifier: BSL-1.0
// expect: virga: the order of a window or an aggregate is of columns, expressions, asc
// A constant orders nothing.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(string_agg(users.name, ", ").order_by(1)).from(users).text();
#else
  return select(string_agg(users.name, ", ").order_by(users.name)).from(users).text();
#endif
}
