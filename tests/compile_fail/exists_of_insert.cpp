// SPDX-License-Identifier: BSL-1.0
// expect: virga: exists.query. takes a select
// An insert that gives nothing is none either.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(not_exists(delete_from(users).all_rows())).text();
#else
  return select(posts.id).from(posts).where(not_exists(select(users.id).from(users))).text();
#endif
}
