// SPDX-License-Identifier: BSL-1.0
// expect: virga: a clause is said twice
// The key is the condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(users, std::vector<User>(1)).set(users.name).where(users.age > 3).text();
#else
  return update_many(users, std::vector<User>(1)).set(users.name).text();
#endif
}
