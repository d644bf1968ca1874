// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// What is wrong inside a member is found, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title).from(tags)).text();
#else
  return union_(select(users.name).from(users), select(posts.title).from(posts)).text();
#endif
}
