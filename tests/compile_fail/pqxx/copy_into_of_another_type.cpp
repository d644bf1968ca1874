// SPDX-License-Identifier: BSL-1.0
// expect: virga: the values of this list do not convert
// A name is no number.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_into(users).columns(users.email, users.name).from(std::vector<std::pair<std::string, int>>{}).run(db);
#else
  return copy_into(users).columns(users.email, users.name).from(std::vector<std::pair<std::string, const char*>>{}).run(db);
#endif
}
