// SPDX-License-Identifier: BSL-1.0
// expect: virga: a lateral table under right_join.. or full_join.. reads a table before it
// Rows of the right side stay though nothing is at the left of them.
#include "tables.hpp"

auto latest(int rows) {
  return select(posts.title).from(posts).where(posts.author_id == users.id).limit(rows).as("latest"_name);
}

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).right_join(lateral(latest(1)), users.age > 1).text();
#else
  return select(users.name).from(users).left_join(lateral(latest(1)), users.age > 1).text();
#endif
}
