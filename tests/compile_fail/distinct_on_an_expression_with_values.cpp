// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. of select_distinct_on
// The 1 of the order is another parameter than that of on().
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct_on(on(users.age + 1), users.name).from(users).order_by(users.age + 1).text();
#else
  return select_distinct_on(on(users.age + users.age), users.name).from(users).order_by(users.age + users.age).text();
#endif
}
