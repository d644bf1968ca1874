// SPDX-License-Identifier: BSL-1.0
// expect: virga: null, or an optional, is given for a placeholder that is not assigned to a column which may be null
// Nothing equals null, by a placeholder neither.
#include "tables.hpp"

[[maybe_unused]] constexpr auto change = [] {
  return update(users).set(users.age = placeholder("age"_name)).where(users.name == placeholder("name"_name));
};

auto program() {
  fake_database db;
#ifdef COMPILE_FAIL
  return prepare(change()).run(db, "age"_name = std::optional<int>(), "name"_name = std::optional<std::string>());
#else
  return prepare(change()).run(db, "age"_name = null, "name"_name = "Ann");
#endif
}
