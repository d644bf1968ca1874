// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A join's condition is about the tables of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).inner_join(posts, posts.id == tags.post_id).text();
#else
  return select(users.id).from(users).inner_join(posts, posts.author_id == users.id).text();
#endif
}
