// SPDX-License-Identifier: BSL-1.0
// expect: virga: this update_many.. has no set
// The rows do not say which of their columns are to be written.
#include "tables.hpp"

auto program(fake_database& db) {
#ifdef COMPILE_FAIL
  return update_many(users, std::vector<User>(1)).run(db);
#else
  return update_many(users, std::vector<User>(1)).set(users.name).run(db);
#endif
}
