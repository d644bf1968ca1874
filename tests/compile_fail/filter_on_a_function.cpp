// SPDX-License-Identifier: BSL-1.0
// expect-gcc: has no member named 'filter'
// expect-clang: no member named 'filter' in
// What is computed of one row has nothing to leave out.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(lower(users.name).filter(users.age > 3)).from(users).text();
#else
  return select(max(users.name).filter(users.age > 3)).from(users).text();
#endif
}
