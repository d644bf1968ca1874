// SPDX-License-Identifier: BSL-1.0
// expect: virga: exists.query. takes a select
// A table is no query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(exists(users)).text();
#else
  return select(posts.id).from(posts).where(exists(select().from(users))).text();
#endif
}
