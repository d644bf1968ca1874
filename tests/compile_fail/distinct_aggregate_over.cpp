// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no distinct.. and no order_by.. of an aggregate beside over
// A window counts rows as they are.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count(users.age).distinct().over()).from(users).text();
#else
  return select(count(users.age).over()).from(users).text();
#endif
}
