// SPDX-License-Identifier: BSL-1.0
// expect: virga: the query has a placeholder for which no value is given
// expect-name: "age"
// Every placeholder has its value.
#include "tables.hpp"

[[maybe_unused]] constexpr auto by_name = [] { return select(users.id).from(users).where(users.name == placeholder("name"_name) && users.age > placeholder("age"_name)); };

auto program() {
#ifdef COMPILE_FAIL
  fake_database db;
  return prepare(by_name()).run(db, "name"_name = "Ann");
#else
  fake_database db;
  return prepare(by_name()).run(db, "name"_name = "Ann", "age"_name = 5);
#endif
}
