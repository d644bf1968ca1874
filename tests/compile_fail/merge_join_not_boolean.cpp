// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// Tables are joined by a condition.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return merge_into(posts)
      .using_(users)
      .left_join(tags, tags.tag)
      .on(posts.author_id == users.id)
      .when_matched()
      .then_delete()
      .text();
#else
  return merge_into(posts)
      .using_(users)
      .left_join(tags, tags.tag == users.name)
      .on(posts.author_id == users.id)
      .when_matched()
      .then_delete()
      .text();
#endif
}
