// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from\(\)
// What comes back is of the table and its source.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return merge_into(posts)
      .using_(users)
      .on(posts.author_id == users.id)
      .when_matched()
      .then_delete()
      .returning(tags.tag)
      .text();
#else
  return merge_into(posts)
      .using_(users)
      .on(posts.author_id == users.id)
      .when_matched()
      .then_delete()
      .returning(posts.title)
      .text();
#endif
}
