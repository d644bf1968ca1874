// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// The tables it is over stand in the query.
#include "tables.hpp"

inline condition<posts> wanted() { return posts.published; }

auto program() {
#ifdef COMPILE_FAIL
  return to_sql(select(users.id).from(users).where(wanted()));
#else
  return to_sql(select(posts.id).from(posts).where(wanted()));
#endif
}
