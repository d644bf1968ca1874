// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate cannot stand in where
// It reads users alone, so it is one of the outer query, whose where() it stands in.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).where(exists(select(count(users.age)).from(posts))).text();
#else
  return select(users.name).from(users).where(exists(select(count(posts.id)).from(posts))).text();
#endif
}
