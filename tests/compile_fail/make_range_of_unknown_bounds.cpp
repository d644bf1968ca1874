// SPDX-License-Identifier: BSL-1.0
// expect: virga: the bounds of make_range<bounds>.. are
// Brackets belong to it, parentheses do not.
#include <virga/expr/range_functions.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(make_range<"<>">(users.age, 20)).from(users).text();
#else
  return select(make_range<"[]">(users.age, 20)).from(users).text();
#endif
}
