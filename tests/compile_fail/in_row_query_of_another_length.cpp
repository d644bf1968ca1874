// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.row_of.*, query.: the query gives as many columns
// A row is compared item by item.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(in_(row_of(tags.tag, tags.place), select(posts.title).from(posts))).text();
#else
  return select(tags.tag)
      .from(tags)
      .where(in_(row_of(tags.tag, tags.post_id), select(posts.title, posts.id).from(posts)))
      .text();
#endif
}
