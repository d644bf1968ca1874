// SPDX-License-Identifier: BSL-1.0
// expect: virga: the condition of a join, or a lateral query, reads a table that is joined after it
// expect-name: tags.post_id
// expect-composed: tags\.post_id, join tags first
// A join's condition sees the tables before it.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).inner_join(posts, tags.post_id == posts.id).inner_join(tags, tags.place == 1).text();
#else
  return select(users.name).from(users).inner_join(posts, posts.author_id == users.id).inner_join(tags, tags.post_id == posts.id).text();
#endif
}
