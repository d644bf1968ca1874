// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// Texts are not compared with numbers.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.id).from(posts).where(posts.title > any_of(select(users.age).from(users))).text();
#else
  return select(posts.id).from(posts).where(posts.title > any_of(select(users.name).from(users))).text();
#endif
}
