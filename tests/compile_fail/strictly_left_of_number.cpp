// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such operator for the SQL type of the left side
// Numbers are compared with <.
#include <virga/expr/range_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(strictly_left_of(users.age, 2)).from(users).text();
#else
  return select(strictly_left_of(make_range(users.age, 2), make_range(1, users.age))).from(users).text();
#endif
}
