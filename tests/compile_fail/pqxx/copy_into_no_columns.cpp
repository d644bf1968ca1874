// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns.. needs the columns that the rows fill
// An empty list says nothing.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_into(users).columns().from(std::vector<NewUser>{}).run(db);
#else
  return copy_into(users).from(std::vector<NewUser>{}).run(db);
#endif
}
