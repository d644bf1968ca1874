// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// prepare() looks at the query, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return prepare(select(posts.id).from(users).where(users.name == placeholder("name"_name)));
#else
  return prepare(select(users.id).from(users).where(users.name == placeholder("name"_name)));
#endif
}
