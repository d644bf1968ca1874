// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.row_of.*, query.: the query gives as many columns
// Items are compared like columns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag)
      .from(tags)
      .where(in_(row_of(tags.tag, tags.place), select(posts.id, posts.title).from(posts)))
      .text();
#else
  return select(tags.tag)
      .from(tags)
      .where(in_(row_of(tags.tag, tags.place), select(posts.title, posts.id).from(posts)))
      .text();
#endif
}
