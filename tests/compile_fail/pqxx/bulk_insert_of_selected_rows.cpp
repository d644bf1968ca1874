// SPDX-License-Identifier: BSL-1.0
// expect: virga: bulk_insert.. takes a std::vector of infer_insert of this table
// What was selected has values for columns that the database alone writes.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return virga::bulk_insert(users, std::vector<User>{}).run(db);
#else
  return virga::bulk_insert(users, std::vector<NewUser>{}).run(db);
#endif
}
