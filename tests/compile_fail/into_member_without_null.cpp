// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>..: a member of T does not take its column
// A column that may be null needs a member that may be empty.
#include "tables.hpp"

struct card {
  std::string name;
#ifdef COMPILE_FAIL
  int age;
#else
  std::optional<int> age;
#endif
};
auto program() {
  fake_database database;
  return select(users.name, users.age).from(users).one(database).into<card>();
}
