// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such operator for the SQL type of the right side
// Ranges touch ranges.
#include <virga/expr/range_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(adjacent(make_range(users.age, 2), users.age)).from(users).text();
#else
  return select(adjacent(make_range(users.age, 2), make_range(1, users.age))).from(users).text();
#endif
}
