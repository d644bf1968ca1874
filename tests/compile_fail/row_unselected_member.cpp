// SPDX-License-Identifier: BSL-1.0
// expect-gcc: not_selected
// expect-clang: not_selected
// Touching a column that was not selected does not compile.
#include "tables.hpp"

auto program() {
  const auto query = select(users.id, users.email, count().as("n"_name)).from(users).group_by(users.id);
  fake_database database;
  const auto row = query.one(database);
#ifdef COMPILE_FAIL
  return row.name.size();
#else
  return row.email.size();
#endif
}
