// SPDX-License-Identifier: BSL-1.0
// expect: virga: from\(\) and joins take a table
// Rows come from a source.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return merge_into(posts).using_(1).on(posts.published).when_matched().then_delete().text();
#else
  return merge_into(posts).using_(users).on(posts.published).when_matched().then_delete().text();
#endif
}
