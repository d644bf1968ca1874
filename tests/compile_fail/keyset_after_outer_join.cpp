// SPDX-License-Identifier: BSL-1.0
// expect: virga: a key of this keyset may be null after the outer join
// expect-name: posts.id
// An outer join makes nulls.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id)
      .from(users)
      .left_join(posts, posts.author_id == users.id)
      .where(keyset(posts.id).after(5))
      .text();
#else
  return select(users.id)
      .from(users)
      .inner_join(posts, posts.author_id == users.id)
      .where(keyset(posts.id).after(5))
      .text();
#endif
}
