// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A row to be inserted reads no column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(users.email = "a", users.name = posts.title).text();
#else
  return insert_into(users).values(users.email = "a", users.name = "b").text();
#endif
}
