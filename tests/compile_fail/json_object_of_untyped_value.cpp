// SPDX-License-Identifier: BSL-1.0
// expect: virga: jsonb_build_object..: a value of this C.. type has no SQL type
// An unsigned number has no type in PostgreSQL.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(jsonb_build_object("id", users.id, "n", 5u)).from(users).text();
#else
  return select(jsonb_build_object("id", users.id, "n", 5)).from(users).text();
#endif
}
