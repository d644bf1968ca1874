// SPDX-License-Identifier: BSL-1.0
// expect: virga: with_ties\(\) needs order_by\(\)
// Without an order no row is as good as another.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).fetch_first(3).with_ties().text();
#else
  return select(users.name).from(users).fetch_first(3).with_ties().order_by(users.age).text();
#endif
}
