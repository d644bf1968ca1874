// SPDX-License-Identifier: BSL-1.0
// expect: virga: contains and contained_by take arrays or jsonb
// A text is contained with like() or strpos().
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(contains(users.name, "nn")).text();
#else
  return select(users.id).from(users).where(like(users.name, "%nn%")).text();
#endif
}
