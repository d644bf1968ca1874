// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. and joins take a table
// A value has no rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update(users).set(users.name = "Ann").from(5).all_rows().text();
#else
  return update(users).set(users.name = posts.title).from(posts).where(posts.author_id == users.id).text();
#endif
}
