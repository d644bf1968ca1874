// SPDX-License-Identifier: BSL-1.0
// expect: virga: a row that is not matched is no row of the table; then_update
// There is nothing to change.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.when_not_matched().then_update(posts.title = old.title).text();
#else
  return start.when_matched().then_update(posts.title = old.title).text();
#endif
}
