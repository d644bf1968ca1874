// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no % of real and double precision
// The same at the right.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age % sqrt(users.age)).from(users).text();
#else
  return select(users.age % cast<decimal>(sqrt(users.age))).from(users).text();
#endif
}
