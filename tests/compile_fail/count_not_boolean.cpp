// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A condition is a condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  fake_database db;
  return virga::count_rows(users, users.age, db);
#else
  fake_database db;
  return virga::count_rows(users, users.age > 3, db);
#endif
}
