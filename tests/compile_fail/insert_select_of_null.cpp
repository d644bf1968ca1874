// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column of the query may be null, and the column at its place is not null
// expect-name: posts.title is not null
// A null has no place there.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return insert_into(posts).columns(posts.author_id, posts.title).select(select(users.id, cast<std::string>(users.age)).from(users)).text();
#else
  return insert_into(posts).columns(posts.author_id, posts.title).select(select(users.id, coalesce(cast<std::string>(users.age), "")).from(users)).text();
#endif
}
