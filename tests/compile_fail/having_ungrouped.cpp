// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// expect-name: posts.published
// expect-composed: not grouped: posts\.published, add
// A condition on groups is about groups.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.author_id).from(posts).group_by(posts.author_id).having(posts.published).text();
#else
  return select(posts.author_id).from(posts).group_by(posts.author_id).having(count() > 1).text();
#endif
}
