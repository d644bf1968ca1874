// SPDX-License-Identifier: BSL-1.0
// expect: virga: make_interval.*one number for each unit, and the units are years, months
// The units are in the plural.
#include <virga/types/interval.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(make_interval<"day">(users.age)).from(users).text();
#else
  return select(make_interval<"days">(users.age)).from(users).text();
#endif
}
