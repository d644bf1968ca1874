// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values to choose from are of different SQL types
// Numbers and times have no order among each other.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(greatest(users.age, users.created_at)).from(users).text();
#else
  return select(greatest(users.age, 18)).from(users).text();
#endif
}
