// SPDX-License-Identifier: BSL-1.0
// expect: virga: after union, intersect and except come order_by.., limit.. and offset.. alone
// PostgreSQL locks no rows of a union.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title).from(posts)).lock(for_update()).text();
#else
  return select(users.name).from(users).lock(for_update()).text();
#endif
}
