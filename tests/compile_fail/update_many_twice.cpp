// SPDX-License-Identifier: BSL-1.0
// expect: virga: set.. names a column twice
// Each column is written once.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(users, std::vector<User>(1)).set(users.name, users.name).text();
#else
  return update_many(users, std::vector<User>(1)).set(users.name, users.age).text();
#endif
}
