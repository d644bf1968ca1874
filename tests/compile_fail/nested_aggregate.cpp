// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate stands inside another one
// Sums are summed up in another query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sum(sum(users.age))).from(users).text();
#else
  return select(sum(users.age)).from(users).text();
#endif
}
