// SPDX-License-Identifier: BSL-1.0
// expect: virga: set.. of update_many.. takes the columns that the rows change
// The values come from the rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(users, std::vector<User>(1)).set(users.name = "Ann").text();
#else
  return update_many(users, std::vector<User>(1)).set(users.name).text();
#endif
}
