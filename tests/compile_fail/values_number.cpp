// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// A row is given as assignments or as its struct.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users).values(5).text();
#else
  return to_sql(insert_into(users).values(NewUser{.email = "a", .name = "b"}));
#endif
}
