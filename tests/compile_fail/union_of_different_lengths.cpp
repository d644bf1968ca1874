// SPDX-License-Identifier: BSL-1.0
// expect: virga: the members of union, intersect and except give as many columns each
// One result has one shape.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title, posts.id).from(posts)).text();
#else
  return union_(select(users.name).from(users), select(posts.title).from(posts)).text();
#endif
}
