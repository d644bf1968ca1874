// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. names a column that this query does not select
// The result has the first member's names.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(users.name).from(users), select(posts.title).from(posts)).order_by(posts.title).text();
#else
  return union_(select(users.name).from(users), select(posts.title).from(posts)).order_by(users.name).text();
#endif
}
