// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no cast between these SQL types
// PostgreSQL casts integer to boolean, and no other number.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<bool>(posts.id)).from(posts).text();
#else
  return select(cast<bool>(users.age)).from(users).text();
#endif
}
