// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. of select_distinct_on.on.…., …. begins with the expressions of on
// All of its keys come before others.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct_on(on(posts.author_id, posts.published), posts.title).from(posts).order_by(posts.published, posts.title, posts.author_id).text();
#else
  return select_distinct_on(on(posts.author_id, posts.published), posts.title).from(posts).order_by(posts.published, desc(posts.author_id), posts.title).text();
#endif
}
