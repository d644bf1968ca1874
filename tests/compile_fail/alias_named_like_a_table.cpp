// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// An alias does not take the name of another table.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).cross_join(posts.as("users"_name)).text();
#else
  return select(users.id).from(users).cross_join(posts.as("p"_name)).text();
#endif
}
