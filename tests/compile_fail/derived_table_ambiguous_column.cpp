// SPDX-License-Identifier: BSL-1.0
// expect: virga: this common table expression or subquery selects several columns of this name
// A name means one column.
#include "tables.hpp"

[[maybe_unused]] constexpr auto pairs = select(users.id, posts.id, posts.id.as("post"_name)).from(users).cross_join(posts).as("pairs"_name);

auto program() {
#ifdef COMPILE_FAIL
  return pairs["id"_name];
#else
  return pairs["post"_name];
#endif
}
