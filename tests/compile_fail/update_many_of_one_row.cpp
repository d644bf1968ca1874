// SPDX-License-Identifier: BSL-1.0
// expect: virga: the rows are a std::vector, or another range
// One row is no list of rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(users, User{}).set(users.name).text();
#else
  return update_many(users, std::vector<User>(1)).set(users.name).text();
#endif
}
