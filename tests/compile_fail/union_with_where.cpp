// SPDX-License-Identifier: BSL-1.0
// expect: virga: after union, intersect and except come order_by.., limit.. and offset.. alone
// Conditions belong to the members.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title).from(posts)).where(users.name != "").text();
#else
  return union_(select(users.name).from(users).where(users.name != ""), select(posts.title).from(posts)).text();
#endif
}
