// SPDX-License-Identifier: BSL-1.0
// expect: virga: the condition of a join, or a lateral query, reads a table that is joined after it
// The joins of an update do not see the table that changes; its condition does.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = tags.tag).from(posts).inner_join(tags, tags.tag == users.name).where(posts.author_id == users.id).text();
#else
  return update(users).set(users.name = tags.tag).from(posts).inner_join(tags, tags.post_id == posts.id).where(posts.author_id == users.id && tags.tag == users.name).text();
#endif
}
