// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(\), when_not_matched\(\) and then_insert\(\) read no column of the row that is not there yet
// A row that is not matched has none of the table beside it.
#include "tables.hpp"

constexpr auto old = posts.as("old"_name);
constexpr auto start = merge_into(posts).using_(old).on(posts.id == old.id);

auto program() {
#ifdef COMPILE_FAIL
  return start.when_not_matched(posts.published).do_nothing().text();
#else
  return start.when_not_matched(old.published).do_nothing().text();
#endif
}
