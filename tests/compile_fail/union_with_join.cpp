// SPDX-License-Identifier: BSL-1.0
// expect: virga: after union, intersect and except come order_by.., limit.. and offset.. alone
// Joins belong to the members.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title).from(posts)).cross_join(tags).text();
#else
  return union_(select(users.name).from(users).cross_join(tags), select(posts.title).from(posts)).text();
#endif
}
