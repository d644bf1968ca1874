// SPDX-License-Identifier: BSL-1.0
// expect: virga: merge_into\(\) takes a table itself
// Rows are written to tables.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);

auto program() {
#ifdef COMPILE_FAIL
  return merge_into(old).using_(users).on(old.author_id == users.id).when_matched().then_delete().text();
#else
  return merge_into(posts).using_(old).on(posts.id == old.id).when_matched().then_delete().text();
#endif
}
