// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no cast between these SQL types
// Only text becomes a uuid.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<types::uuid>(users.age)).from(users).text();
#else
  return select(cast<types::uuid>(users.name)).from(users).text();
#endif
}
