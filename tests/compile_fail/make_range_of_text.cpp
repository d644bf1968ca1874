// SPDX-License-Identifier: BSL-1.0
// expect: virga: make_range.. takes integers, bigints, numerics, dates or timestamps
// Text has no ranges.
#include <virga/expr/range_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(make_range(users.name, "b")).from(users).text();
#else
  return select(make_range(users.age, 2)).from(users).text();
#endif
}
