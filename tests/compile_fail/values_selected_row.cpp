// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// A row as it was read is not one to be inserted: its identity came from the database.
#include "tables.hpp"

auto program(const User& row) {
#ifdef COMPILE_FAIL
  return to_sql(insert_into(users).values(row));
#else
  return to_sql(insert_into(users).values(NewUser{.email = row.email, .name = row.name}));
#endif
}
