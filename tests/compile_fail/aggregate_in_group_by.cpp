// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// Groups are not made of what is counted in them.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by(max(users.age)).text();
#else
  return select(max(users.age)).from(users).group_by(users.name).text();
#endif
}
