// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function stands in the select list or in order_by
// An update changes row after row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.age = cast<int>(row_number().over())).all_rows().text();
#else
  return update(users).set(users.age = 5).all_rows().text();
#endif
}
