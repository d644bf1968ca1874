// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. takes a range of rows, or a function
// A number gives no rows.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_into(users).from(5).run(db);
#else
  return copy_into(users).from(std::vector<NewUser>{}).run(db);
#endif
}
