// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. of select_distinct_on.on.…., …. begins with the expressions of on
// PostgreSQL finds the first row of each group in the order that begins with its key.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct_on(on(posts.author_id), posts.title).from(posts).order_by(posts.title).text();
#else
  return select_distinct_on(on(posts.author_id), posts.title).from(posts).order_by(posts.author_id, posts.title).text();
#endif
}
