// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value is given whose C.. type does not fit the SQL type at its placeholder
// A list is a list of the column's type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  fake_database db;
  return prepare(select(users.id).from(users).where(in_(users.age, placeholder("ages"_name)))).run(db, "ages"_name = std::vector<std::string>{"a"});
#else
  fake_database db;
  return prepare(select(users.id).from(users).where(in_(users.age, placeholder("ages"_name)))).run(db, "ages"_name = std::vector<int>{1});
#endif
}
