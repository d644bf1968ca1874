// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A join's condition sees the tables before it.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).inner_join(posts, tags.post_id == posts.id).inner_join(tags, tags.place == 1).text();
#else
  return select(users.name).from(users).inner_join(posts, posts.author_id == users.id).inner_join(tags, tags.post_id == posts.id).text();
#endif
}
