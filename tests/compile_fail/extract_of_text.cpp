// SPDX-License-Identifier: BSL-1.0
// expect: virga: extract and date_trunc take a date, time or interval
// A text that looks like a time is a text.
#include <virga/types/interval.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(extract<"day">(users.name)).from(users).text();
#else
  return select(extract<"day">(now() - users.created_at)).from(users).text();
#endif
}
