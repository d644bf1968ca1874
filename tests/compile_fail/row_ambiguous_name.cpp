// SPDX-License-Identifier: BSL-1.0
// expect: virga: row..name._name.: several selected columns have this name
// A name means one column.
#include "tables.hpp"

auto program() {
  const auto query = select(users.id, posts.id).from(users).inner_join(posts, posts.author_id == users.id);
  fake_database database;
  const auto row = query.one(database);
#ifdef COMPILE_FAIL
  return row["id"_name];
#else
  return row[posts.id];
#endif
}
