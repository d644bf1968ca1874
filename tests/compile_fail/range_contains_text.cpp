// SPDX-License-Identifier: BSL-1.0
// expect: virga: contains, contained_by and overlaps compare two values of one type, or a range with its element
// A range of numbers holds numbers.
#include <virga/expr/range_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(contains(make_range(users.age, 20), users.name)).from(users).text();
#else
  return select(contains(make_range(users.age, 20), users.age)).from(users).text();
#endif
}
