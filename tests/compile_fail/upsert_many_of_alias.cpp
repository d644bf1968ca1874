// SPDX-License-Identifier: BSL-1.0
// expect: virga: upsert_many.. takes a table itself
// Rows are written to a table, not to an alias of one.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return upsert_many(users.as("u"_name), std::vector<User>(1)).text();
#else
  return upsert_many(users, std::vector<User>(1)).text();
#endif
}
