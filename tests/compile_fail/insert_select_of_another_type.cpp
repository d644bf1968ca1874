// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column of the query cannot be stored in the column at its place
// expect-name: tags.post_id (bigint) from text
// The columns stand in their order.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(posts.title, posts.id, cast<std::int16_t>(posts.id)).from(posts)).text();
#else
  return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(posts.id, posts.title, cast<std::int16_t>(posts.id)).from(posts)).text();
#endif
}
