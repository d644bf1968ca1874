// SPDX-License-Identifier: BSL-1.0
// expect: virga: a row that is matched is in the table already
// It is there.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.when_matched().then_insert(posts.title = old.title, posts.author_id = old.author_id).text();
#else
  return start.when_not_matched().then_insert(posts.title = old.title, posts.author_id = old.author_id).text();
#endif
}
