// SPDX-License-Identifier: BSL-1.0
// expect: virga: this function takes a range or a multirange
// A number has no bounds.
#include <virga/expr/range_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(lower_inc(users.age)).from(users).text();
#else
  return select(lower_inc(make_range(users.age, 20))).from(users).text();
#endif
}
