// SPDX-License-Identifier: BSL-1.0
// expect: virga: bulk_insert.. takes a table itself
// Rows are written to a table, not to an alias of one.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return virga::bulk_insert(users.as("u"_name), std::vector<NewUser>{}).run(db);
#else
  return virga::bulk_insert(users, std::vector<NewUser>{}).run(db);
#endif
}
