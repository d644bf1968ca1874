// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// Only SET takes rows; an insert takes its rows from a query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(users)
      .values(row_of(users.name, users.email) = select(posts.title, posts.title).from(posts).limit(1))
      .text();
#else
  return insert_into(users)
      .columns(users.name, users.email)
      .select(select(posts.title, posts.title).from(posts).limit(1))
      .text();
#endif
}
