// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// An order is said in one call.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by(users.name).order_by(users.age).text();
#else
  return select(users.id).from(users).order_by(users.name, users.age).text();
#endif
}
