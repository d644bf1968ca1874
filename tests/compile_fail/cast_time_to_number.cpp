// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no cast between these SQL types
// A time is no number; extract gives one.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<int>(users.created_at)).from(users).text();
#else
  return select(cast<int>(extract<"epoch">(users.created_at))).from(users).text();
#endif
}
