// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned that belongs to another table
// A row of a table has its columns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", posts.title = "b").text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
