// SPDX-License-Identifier: BSL-1.0
// expect: virga: row_of\(.*\) = query: the query gives as many columns as the row has
// An integer does not become a text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users)
      .set(row_of(users.name, users.age) = select(posts.id, posts.title).from(posts).limit(1))
      .all_rows()
      .text();
#else
  return update(users)
      .set(row_of(users.name, users.email) = select(posts.title, posts.title).from(posts).limit(1))
      .all_rows()
      .text();
#endif
}
