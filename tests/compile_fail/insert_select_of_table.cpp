// SPDX-License-Identifier: BSL-1.0
// expect: virga: select.query. of an insert takes a select
// A table is no query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(posts).text();
#else
  return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(posts.id, posts.title, cast<std::int16_t>(posts.id)).from(posts)).text();
#endif
}
