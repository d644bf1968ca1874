// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value is given under a name for which the query has no placeholder
// One mistake, one sentence: that the right name has no value is not said, too.
#include "tables.hpp"

auto program() {
  fake_database db;
  const auto found = prepare(select(users.id).from(users).where(users.name == placeholder("name"_name)));
#ifdef COMPILE_FAIL
  return found.run(db, "nam"_name = "Ann");
#else
  return found.run(db, "name"_name = "Ann");
#endif
}
