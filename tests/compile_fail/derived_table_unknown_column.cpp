// SPDX-License-Identifier: BSL-1.0
// expect: virga: this common table expression or subquery selects no column of this name
// A subquery in FROM has the columns it selects.
#include "tables.hpp"

[[maybe_unused]] constexpr auto recent = select(posts.id, posts.author_id, posts.title.as("name"_name)).from(posts).where(posts.published).as("recent"_name);

auto program() {
#ifdef COMPILE_FAIL
  return recent["title"_name];
#else
  return recent["name"_name];
#endif
}
