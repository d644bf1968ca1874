// SPDX-License-Identifier: BSL-1.0
// expect: virga: upsert_many.. finds rows by the primary key, and the database alone writes this one
// A key that is always generated cannot be given.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return upsert_many(posts, std::vector<infer_select<posts>>(1)).text();
#else
  return upsert_many(users, std::vector<User>(1)).text();
#endif
}
