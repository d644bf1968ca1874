// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// expect-name: posts.published
// expect-composed: : posts\.published, in where\(…\), add
// A condition is about the tables of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(posts.published == true).text();
#else
  return select(users.id).from(users).where(users.age > 18).text();
#endif
}
