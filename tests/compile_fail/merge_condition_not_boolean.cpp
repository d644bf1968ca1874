// SPDX-License-Identifier: BSL-1.0
// expect: virga: a condition is a boolean expression
// It is a condition.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.when_matched(old.title).then_delete().text();
#else
  return start.when_matched(old.published).then_delete().text();
#endif
}
