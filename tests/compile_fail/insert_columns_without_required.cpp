// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns.. leaves out a column that is not null and has no default
// expect-name: tags.place
// place takes no null.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).columns(tags.post_id, tags.tag).select(select(posts.id, posts.title).from(posts)).text();
#else
  return insert_into(tags).columns(tags.post_id, tags.tag, tags.place).select(select(posts.id, posts.title, cast<std::int16_t>(posts.id)).from(posts)).text();
#endif
}
