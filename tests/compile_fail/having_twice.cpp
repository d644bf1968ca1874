// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// One condition; more are joined with &&.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).having(count() > 1).having(count() < 5).text();
#else
  return select(count()).from(users).having(count() > 1 && count() < 5).text();
#endif
}
