// SPDX-License-Identifier: BSL-1.0
// expect: virga: a query used as a value, a list or an array gives exactly one column
// One column is searched.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(in_(posts.author_id, select(users.id, users.name).from(users))).text();
#else
  return select(posts.id).from(posts).where(in_(posts.author_id, select(users.id).from(users))).text();
#endif
}
