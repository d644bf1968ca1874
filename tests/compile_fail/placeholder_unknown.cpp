// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value is given under a name for which the query has no placeholder
// expect-name: "nmae"
// A value has its placeholder.
#include "tables.hpp"

[[maybe_unused]] constexpr auto by_name = [] { return select(users.id).from(users).where(users.name == placeholder("name"_name) && users.age > placeholder("age"_name)); };

auto program() {
#ifdef COMPILE_FAIL
  fake_database db;
  return prepare(by_name()).run(db, "name"_name = "Ann", "age"_name = 5, "nmae"_name = "Bob");
#else
  fake_database db;
  return prepare(by_name()).run(db, "name"_name = "Ann", "age"_name = 5);
#endif
}
