// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A delete is about its table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return delete_from(users).where(posts.id == 1).text();
#else
  return delete_from(posts).where(posts.id == 1).text();
#endif
}
