// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no % of real and double precision
// A remainder is of whole numbers or of exact ones.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sqrt(users.age) % 2.0).from(users).text();
#else
  return select(cast<decimal>(sqrt(users.age)) % 2.0).from(users).text();
#endif
}
