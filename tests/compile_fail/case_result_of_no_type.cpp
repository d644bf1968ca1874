// SPDX-License-Identifier: BSL-1.0
// expect: virga: case_when.condition, result.: a result of this C.. type has no SQL type
// An unsigned number has no type in PostgreSQL.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(case_when(users.age < 18, 1u).else_(2)).from(users).text();
#else
  return select(case_when(users.age < 18, 1).else_(2)).from(users).text();
#endif
}
