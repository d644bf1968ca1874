// SPDX-License-Identifier: BSL-1.0
// expect: virga: make_interval..: all units but secs take integers
// Half a month is no interval.
#include <virga/types/interval.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(make_interval<"months", "secs">(0.5, users.age)).from(users).text();
#else
  return select(make_interval<"months", "secs">(users.age, 0.5)).from(users).text();
#endif
}
