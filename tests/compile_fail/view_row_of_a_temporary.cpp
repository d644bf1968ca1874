// SPDX-License-Identifier: BSL-1.0
// expect: virga: the rows of a view live as long as the view, and this one would be gone at once
// The result goes with the object that owns it.
#include "tables.hpp"

std::size_t program(fake_database database) {
  const auto query = select(users.name).from(users);
#ifdef COMPILE_FAIL
  const auto row = query.view(database)[0];
#else
  const auto rows = query.view(database);
  const auto row = rows[0];
#endif
  return row[users.name].size();
}
