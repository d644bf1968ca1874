// SPDX-License-Identifier: BSL-1.0
// expect: virga: a key of this keyset may be null
// expect-name: users.age
// No row comes after null.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by(keyset(users.age, users.id)).text();
#else
  return select(users.id).from(users).order_by(keyset(coalesce(users.age, 0), users.id)).text();
#endif
}
