// SPDX-License-Identifier: BSL-1.0
// expect: virga: within_group.. of a row that is not there takes one key for each
// Each value stands among those of a key.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(rank(5, "a").within_group(users.age)).from(users).text();
#else
  return select(rank(5, "a").within_group(users.age, users.name)).from(users).text();
#endif
}
