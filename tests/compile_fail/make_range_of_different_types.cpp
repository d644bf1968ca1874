// SPDX-License-Identifier: BSL-1.0
// expect: virga: make_range..: the two bounds are of different SQL types
// A range has one element type.
#include <virga/expr/range_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(make_range(users.age, now())).from(users).text();
#else
  return select(make_range(users.created_at, now())).from(users).text();
#endif
}
