// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// An order is one of the rows of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).order_by(desc(posts.id)).text();
#else
  return select(users.id).from(users).order_by(desc(users.id)).text();
#endif
}
