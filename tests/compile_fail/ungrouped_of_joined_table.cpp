// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// A primary key decides its own table's columns, not another one's.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id, posts.title).from(users).inner_join(posts, posts.author_id == users.id).group_by(users.id).text();
#else
  return select(users.name, posts.title).from(users).inner_join(posts, posts.author_id == users.id).group_by(users.id, posts.id).text();
#endif
}
