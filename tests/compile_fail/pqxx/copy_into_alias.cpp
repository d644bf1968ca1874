// SPDX-License-Identifier: BSL-1.0
// expect: virga: copy_into.. takes a table itself
// Rows are written to a table, not to an alias of one.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_into(users.as("u"_name)).from(std::vector<NewUser>{}).run(db);
#else
  return copy_into(users).from(std::vector<NewUser>{}).run(db);
#endif
}
