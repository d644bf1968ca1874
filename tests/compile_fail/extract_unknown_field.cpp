// SPDX-License-Identifier: BSL-1.0
// expect: virga: extract and date_trunc take a field of a date or time
// PostgreSQL knows the fields by name.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(extract<"years">(users.created_at)).from(users).text();
#else
  return select(extract<"year">(users.created_at)).from(users).text();
#endif
}
