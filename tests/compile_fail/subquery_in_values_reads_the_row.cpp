// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A new row has no columns to read yet.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts).values(posts.title = "a", posts.author_id = scalar(select(users.id).from(users).where(users.name == posts.title).limit(1))).text();
#else
  return insert_into(posts).values(posts.title = "a", posts.author_id = scalar(select(users.id).from(users).where(users.name == "Ann").limit(1))).text();
#endif
}
