// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// The source has another name.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return merge_into(posts).using_(posts).on(posts.published).when_matched().then_delete().text();
#else
  return start.when_matched().then_delete().text();
#endif
}
