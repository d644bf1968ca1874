// SPDX-License-Identifier: BSL-1.0
// expect: virga: the condition of a join, or a lateral query, reads a table that is joined after it
// What is joined to the source is joined before the merge begins.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return merge_into(posts)
      .using_(users)
      .inner_join(tags, tags.post_id == posts.id)
      .on(posts.author_id == users.id)
      .when_matched()
      .then_delete()
      .text();
#else
  return merge_into(posts)
      .using_(users)
      .inner_join(tags, tags.tag == users.name)
      .on(posts.author_id == users.id)
      .when_matched()
      .then_delete()
      .text();
#endif
}
