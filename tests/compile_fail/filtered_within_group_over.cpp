// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no over.. of an aggregate within a group
// A window has an order of its own.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(mode().within_group(users.age).filter(users.age > 5).over()).from(users).text();
#else
  return select(mode().within_group(users.age).filter(users.age > 5)).from(users).text();
#endif
}
