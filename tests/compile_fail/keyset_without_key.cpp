// SPDX-License-Identifier: BSL-1.0
// expect: virga: rows that are equal in all keys of this keyset would be left out
// expect-name: "users"
// Names are not unique.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by(keyset(desc(users.created_at), users.name)).text();
#else
  return select(users.id).from(users).order_by(keyset(desc(users.created_at), users.email)).text();
#endif
}
