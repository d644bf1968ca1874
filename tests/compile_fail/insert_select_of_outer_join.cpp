// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column of the query may be null, and the column at its place is not null
// expect-name: posts.title is not null
// A left join makes nulls.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts).columns(posts.author_id, posts.title).select(select(users.id, tags.tag).from(users).left_join(tags, tags.tag == users.name)).text();
#else
  return insert_into(posts).columns(posts.author_id, posts.title).select(select(users.id, tags.tag).from(users).inner_join(tags, tags.tag == users.name)).text();
#endif
}
