// SPDX-License-Identifier: BSL-1.0
// expect: virga: concat..: a value of this C.. type has no SQL type
// An unsigned number has no type in PostgreSQL.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(concat(users.name, 5u)).from(users).text();
#else
  return select(concat(users.name, 5)).from(users).text();
#endif
}
