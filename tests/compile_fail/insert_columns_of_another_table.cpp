// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns.. names a column of another table
// expect-name: posts.title is not of tags
// An insert fills its own table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).columns(tags.post_id, posts.title, tags.place).select(select(posts.id, posts.title, cast<std::int16_t>(posts.id)).from(posts)).text();
#else
  return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(posts.id, posts.title, cast<std::int16_t>(posts.id)).from(posts)).text();
#endif
}
