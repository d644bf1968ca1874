// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no distinct.. and no order_by.. of an aggregate beside over
// Filtered ones, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count(users.age).distinct().filter(users.age > 5).over()).from(users).text();
#else
  return select(count(users.age).filter(users.age > 5).over()).from(users).text();
#endif
}
