// SPDX-License-Identifier: BSL-1.0
// expect: virga: row..name._name.: the query selects nothing under this name
// A row has what was selected.
#include "tables.hpp"

auto program() {
  const auto query = select(users.id, users.email, count().as("n"_name)).from(users).group_by(users.id);
  fake_database database;
  const auto row = query.one(database);
#ifdef COMPILE_FAIL
  return row["m"_name];
#else
  return row["n"_name];
#endif
}
