// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// Only what is read can be locked.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).lock(for_update().of(posts)).text();
#else
  return select(users.id).from(users).lock(for_update().of(users)).text();
#endif
}
