// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A subquery sees its own tables and those around it, no others.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(exists(select(posts.id).from(posts).where(posts.id == tags.post_id))).text();
#else
  return select(users.id).from(users).where(exists(select(posts.id).from(posts).where(posts.author_id == users.id))).text();
#endif
}
