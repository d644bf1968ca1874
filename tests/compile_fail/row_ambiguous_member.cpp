// SPDX-License-Identifier: BSL-1.0
// expect-gcc: ambiguous
// expect-clang: ambiguous|multiple base classes
// A member that two tables have is reached by its column.
#include "tables.hpp"

auto program() {
  const auto query = select(users.id, posts.id).from(users).inner_join(posts, posts.author_id == users.id);
  fake_database database;
  const auto row = query.one(database);
#ifdef COMPILE_FAIL
  return row.id;
#else
  return row[posts.id];
#endif
}
