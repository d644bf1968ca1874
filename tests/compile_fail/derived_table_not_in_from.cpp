// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A subquery under a name is read where FROM names it.
#include "tables.hpp"

[[maybe_unused]] constexpr auto recent = select(posts.id, posts.author_id, posts.title.as("name"_name)).from(posts).where(posts.published).as("recent"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(recent["name"_name]).from(users).text();
#else
  return select(recent["name"_name]).from(recent).text();
#endif
}
