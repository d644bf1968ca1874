// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// Groups are made of the rows of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).group_by(posts.author_id).text();
#else
  return select(count()).from(posts).group_by(posts.author_id).text();
#endif
}
