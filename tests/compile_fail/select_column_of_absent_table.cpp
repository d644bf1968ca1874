// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// expect-name: posts.title
// expect-composed: is not in from\(\) or a join: posts\.title, in the select list, add \.inner_join\(posts, …\)
// What is selected comes from a table of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id, posts.title).from(users).text();
#else
  return select(users.id, users.name).from(users).text();
#endif
}
