// SPDX-License-Identifier: BSL-1.0
// expect: virga: this merge says not what to do
// A merge does something.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.text();
#else
  return start.when_matched().do_nothing().text();
#endif
}
