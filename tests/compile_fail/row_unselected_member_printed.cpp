// SPDX-License-Identifier: BSL-1.0
// expect: virga: the query did not select this column
// Touching a column that was not selected does not compile.
#include <ostream>

#include "tables.hpp"

void program(std::ostream& out) {
  const auto query = select(users.id, users.email).from(users);
  fake_database database;
  const auto row = query.one(database);
#ifdef COMPILE_FAIL
  out << row.name;
#else
  out << row.email;
#endif
}
