// SPDX-License-Identifier: BSL-1.0
// expect: virga: a part of this merge before takes every row that is left
// The first part that a row fits counts.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.when_matched().then_delete().when_matched(old.published).do_nothing().text();
#else
  return start.when_matched(old.published).do_nothing().when_matched().then_delete().text();
#endif
}
