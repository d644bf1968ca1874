// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// A cursor has the types of its keys.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(keyset(desc(posts.title), posts.id).after(1, 2)).text();
#else
  return select(posts.id).from(posts).where(keyset(desc(posts.title), posts.id).after("a", 2)).text();
#endif
}
