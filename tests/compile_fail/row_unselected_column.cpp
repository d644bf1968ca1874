// SPDX-License-Identifier: BSL-1.0
// expect: virga: row.column.: the query did not select this column
// A row has what was selected.
#include "tables.hpp"

auto program() {
  const auto query = select(users.id, users.email, count().as("n"_name)).from(users).group_by(users.id);
  fake_database database;
  const auto row = query.one(database);
#ifdef COMPILE_FAIL
  return row[users.name];
#else
  return row[users.email];
#endif
}
