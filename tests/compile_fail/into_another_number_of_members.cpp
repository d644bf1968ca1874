// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>..: T has not as many members
// A struct takes all columns.
#include "tables.hpp"

struct card {
  std::string email;
#ifndef COMPILE_FAIL
  std::string name;
#endif
};
auto program() {
  fake_database database;
  return select(users.email, users.name).from(users).one(database).into<card>();
}
