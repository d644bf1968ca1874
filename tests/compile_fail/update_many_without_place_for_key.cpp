// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this table's key
// A patch has no place for a key that is always generated.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(posts, std::vector<infer_update<posts>>(1)).set(posts.title).text();
#else
  return update_many(posts, std::vector<infer_select<posts>>(1)).set(posts.title).text();
#endif
}
