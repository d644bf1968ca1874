// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// A number is no condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = tags.tag).from(posts).inner_join(tags, tags.post_id).where(posts.author_id == users.id).text();
#else
  return update(users).set(users.name = tags.tag).from(posts).inner_join(tags, tags.post_id == posts.id).where(posts.author_id == users.id).text();
#endif
}
