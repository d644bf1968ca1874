// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// PostgreSQL makes an integer of a bigint by a cast alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(repeat(posts.title, posts.id)).from(posts).text();
#else
  return select(repeat(posts.title, cast<int>(posts.id))).from(posts).text();
#endif
}
