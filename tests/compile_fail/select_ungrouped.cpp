// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// expect-name: posts.title
// expect-composed: not grouped: posts\.title, add posts\.title to group_by\(\)
// A group has no column of a single row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.title).from(posts).group_by(posts.author_id).text();
#else
  return select(posts.author_id).from(posts).group_by(posts.author_id).text();
#endif
}
