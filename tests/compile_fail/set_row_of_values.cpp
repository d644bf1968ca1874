// SPDX-License-Identifier: BSL-1.0
// expect: virga: row_of\(.*\) = query assigns the row of a select
// Values are assigned column by column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(row_of(users.name, users.age) = 3).all_rows().text();
#else
  return update(users).set(users.name = "Ann", users.age = 3).all_rows().text();
#endif
}
