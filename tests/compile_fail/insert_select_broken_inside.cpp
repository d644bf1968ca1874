// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// The query does not read the row it makes.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts).columns(posts.author_id, posts.title).select(select(users.id, posts.title).from(users)).text();
#else
  return insert_into(posts).columns(posts.author_id, posts.title).select(select(users.id, users.name).from(users)).text();
#endif
}
