// SPDX-License-Identifier: BSL-1.0
// expect: virga: after union, intersect and except come order_by.., limit.. and offset.. alone
// Groups belong to the members.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title).from(posts)).group_by(users.name).text();
#else
  return union_(select(users.name).from(users).group_by(users.name), select(posts.title).from(posts)).text();
#endif
}
