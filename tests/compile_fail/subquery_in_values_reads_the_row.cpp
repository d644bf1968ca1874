// SPDX-License-Identifier: BSL-1.0
// expect: virga: values\(\), when_not_matched\(\) and then_insert\(\) read no column of the row that is not there yet
// A new row has no columns to read yet.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts).values(posts.title = "a", posts.author_id = scalar(select(users.id).from(users).where(users.name == posts.title).limit(1))).text();
#else
  return insert_into(posts).values(posts.title = "a", posts.author_id = scalar(select(users.id).from(users).where(users.name == "Ann").limit(1))).text();
#endif
}
