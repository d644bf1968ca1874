// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// It is a condition.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);

auto program() {
#ifdef COMPILE_FAIL
  return merge_into(posts).using_(old).on(old.title).when_matched().then_delete().text();
#else
  return merge_into(posts).using_(old).on(old.title == posts.title).when_matched().then_delete().text();
#endif
}
