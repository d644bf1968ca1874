// SPDX-License-Identifier: BSL-1.0
// expect: virga: the members of union, intersect and except give columns of the same SQL types
// One column has one type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_all(select(users.name).from(users), select(posts.id).from(posts)).text();
#else
  return union_all(select(users.name).from(users), select(cast<std::string>(posts.id)).from(posts)).text();
#endif
}
