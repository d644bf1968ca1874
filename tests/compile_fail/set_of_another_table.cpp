// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned that belongs to another table
// An update changes its table's columns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(posts.title = "x").all_rows().text();
#else
  return update(users).set(users.name = "x").all_rows().text();
#endif
}
