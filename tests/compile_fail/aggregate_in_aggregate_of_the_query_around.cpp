// SPDX-License-Identifier: BSL-1.0
// expect: virga: an aggregate stands inside another one
// Both read users alone, so both are of the outer query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(scalar(select(max(users.age + sum(users.age))).from(posts))).from(users).text();
#else
  return select(scalar(select(max(posts.id + sum(users.age))).from(posts))).from(users).text();
#endif
}
