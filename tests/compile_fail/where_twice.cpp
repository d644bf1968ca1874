// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// One condition; more are joined with &&.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(users.age > 5).where(users.age < 9).text();
#else
  return select(users.id).from(users).where(users.age > 5 && users.age < 9).text();
#endif
}
