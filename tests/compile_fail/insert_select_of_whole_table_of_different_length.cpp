// SPDX-License-Identifier: BSL-1.0
// expect: virga: the query gives another number of columns than the insert writes
// Without columns() every column is given.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(tags).select(select(posts.id, posts.title).from(posts)).text();
#else
  return insert_into(tags).select(select(tags.post_id, tags.tag, tags.place, tags.weight, tags.extra).from(tags)).text();
#endif
}
