// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no cast between these SQL types
// One value is no array.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<std::vector<int>>(users.age)).from(users).text();
#else
  return select(cast<std::vector<long>>(cast<std::vector<int>>(users.name))).from(users).text();
#endif
}
