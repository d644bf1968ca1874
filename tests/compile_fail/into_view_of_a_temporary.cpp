// SPDX-License-Identifier: BSL-1.0
// expect: virga: into<T>\(\): a std::string_view of T would view the text of a row that is gone at once
// An ordinary row owns its text.
#include "tables.hpp"

struct card {
#ifdef COMPILE_FAIL
  std::string_view name;
#else
  std::string name;
#endif
  std::optional<int> age;
};

card program(fake_database database) {
  return select(users.name, users.age).from(users).one(database).into<card>();
}
