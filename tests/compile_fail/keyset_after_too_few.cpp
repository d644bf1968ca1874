// SPDX-License-Identifier: BSL-1.0
// expect: virga: after.. and before.. of a keyset take one value for each
// A page ends at one row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(keyset(users.name, users.id).after("Ann")).text();
#else
  return select(users.id)
      .from(users)
      .where(keyset(users.name, users.id).after("Ann", "00000000-0000-0000-0000-000000000000"))
      .text();
#endif
}
