// SPDX-License-Identifier: BSL-1.0
// expect: virga: extract and date_trunc take a date, time or interval
// A text that looks like a date is a text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(date_trunc<"day">(users.name)).from(users).text();
#else
  return select(date_trunc<"day">(users.created_at)).from(users).text();
#endif
}
