// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>..: a member of T does not take its column
// A member takes the value of its column.
#include "tables.hpp"

struct card {
#ifdef COMPILE_FAIL
  int email;
#else
  std::string email;
#endif
  std::string name;
};
auto program() {
  fake_database database;
  return select(users.email, users.name).from(users).one(database).into<card>();
}
