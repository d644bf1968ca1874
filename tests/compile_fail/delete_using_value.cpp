// SPDX-License-Identifier: BSL-1.0
// expect: virga: from.. and joins take a table
// A value has no rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).using_(5).all_rows().text();
#else
  return delete_from(users).using_(posts).where(posts.author_id == users.id).text();
#endif
}
