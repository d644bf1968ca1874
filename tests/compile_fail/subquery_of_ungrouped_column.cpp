// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// A subquery beside groups reads what is grouped.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.age, count(), scalar(select(count()).from(posts).where(posts.author_id == users.id))).from(users).group_by(users.age).text();
#else
  return select(users.id, count(), scalar(select(count()).from(posts).where(posts.author_id == users.id))).from(users).group_by(users.id).text();
#endif
}
