// SPDX-License-Identifier: BSL-1.0
// expect: virga: set.. names a column of another table
// The rows change the table that the call names.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(users, std::vector<User>(1)).set(posts.title).text();
#else
  return update_many(users, std::vector<User>(1)).set(users.email).text();
#endif
}
