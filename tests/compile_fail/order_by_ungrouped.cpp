// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// expect-name: posts.title
// Groups have no order by a column of a single row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.author_id).from(posts).group_by(posts.author_id).order_by(posts.title).text();
#else
  return select(posts.author_id).from(posts).group_by(posts.author_id).order_by(min(posts.title)).text();
#endif
}
