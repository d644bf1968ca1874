// SPDX-License-Identifier: BSL-1.0
// expect: virga: a row of copy_into.. is an infer_insert or infer_select
// A tuple has a value for each column.
#include <virga/pqxx.hpp>

#include "../tables.hpp"

auto program(virga::database& db) {
#ifdef COMPILE_FAIL
  return copy_into(users).columns(users.email, users.name).from(std::vector<std::tuple<std::string>>{}).run(db);
#else
  return copy_into(users).columns(users.email, users.name).from(std::vector<std::pair<std::string, std::string>>{}).run(db);
#endif
}
