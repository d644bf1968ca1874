// SPDX-License-Identifier: BSL-1.0
// expect-gcc: has no member named 'over'
// expect-clang: no member named 'over' in
// A function of one row has no window.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(lower(users.name).over(partition_by(users.age))).from(users).text();
#else
  return select(max(users.name).over(partition_by(users.age))).from(users).text();
#endif
}
