// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// Groups are said in one call.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by(users.name).group_by(users.age).text();
#else
  return select(count()).from(users).group_by(users.name, users.age).text();
#endif
}
