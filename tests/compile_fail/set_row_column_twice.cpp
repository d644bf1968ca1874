// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is assigned twice
// Once by itself, and once in a row.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users)
      .set(users.name = "x", row_of(users.name, users.email) = select(posts.title, posts.title).from(posts).limit(1))
      .all_rows()
      .text();
#else
  return update(users)
      .set(users.age = 3, row_of(users.name, users.email) = select(posts.title, posts.title).from(posts).limit(1))
      .all_rows()
      .text();
#endif
}
