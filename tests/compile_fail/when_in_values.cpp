// SPDX-License-Identifier: BSL-1.0
// expect: virga: when.flag, predicate. stands inside another expression or list
// An assigned value is always there.
#include "tables.hpp"

auto program(bool flag, const decltype(User::id)& id) {
#ifdef COMPILE_FAIL
  return to_sql(insert_into(posts).values(posts.author_id = id, posts.title = "", posts.published = when(flag, sql<bool>("true"_sql))));
#else
  return to_sql(insert_into(posts).values(posts.author_id = id, posts.title = "", posts.published = flag));
#endif
}
