// SPDX-License-Identifier: BSL-1.0
// expect: virga: the members of union, intersect and except give columns of the same SQL types
// Every member is looked at.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return intersect(select(users.name).from(users), select(posts.title).from(posts), select(tags.place).from(tags)).text();
#else
  return intersect(select(users.name).from(users), select(posts.title).from(posts), select(tags.tag).from(tags)).text();
#endif
}
