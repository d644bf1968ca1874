// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// There is one offset.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).offset(5).offset(6).text();
#else
  return select(users.id).from(users).offset(5).limit(6).text();
#endif
}
