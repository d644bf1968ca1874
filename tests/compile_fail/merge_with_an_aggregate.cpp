// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// There are no groups.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.when_matched(max(old.id) > 1).then_delete().text();
#else
  return start.when_matched(old.id > 1).then_delete().text();
#endif
}
