// SPDX-License-Identifier: BSL-1.0
// expect: virga: after union, intersect and except order_by.. takes columns of the result alone
// PostgreSQL orders a union by its columns alone.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title).from(posts)).order_by(length(users.name)).text();
#else
  return union_(select(users.name).from(users), select(posts.title).from(posts)).order_by(users.name).text();
#endif
}
