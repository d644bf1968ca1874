// SPDX-License-Identifier: BSL-1.0
// expect: virga: update_many.. takes a table itself
// Rows are written to a table, not to an alias of one.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(users.as("u"_name), std::vector<User>(1)).set(users.name).text();
#else
  return update_many(users, std::vector<User>(1)).set(users.name).text();
#endif
}
