// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this column
// An identity that is always generated takes no value but from what overrides it.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.when_not_matched().then_insert(posts.id = old.id, posts.title = old.title, posts.author_id = old.author_id).text();
#else
  return start.when_not_matched().overriding_system_value().then_insert(posts.id = old.id, posts.title = old.title, posts.author_id = old.author_id).text();
#endif
}
