// SPDX-License-Identifier: BSL-1.0
// expect: virga: the keys of a keyset are columns and expressions
// WHERE does not know the names of the result.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by(keyset(desc("id"_name))).text();
#else
  return select(users.id).from(users).order_by(keyset(desc(users.id))).text();
#endif
}
