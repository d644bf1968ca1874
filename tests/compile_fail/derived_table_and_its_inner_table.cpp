// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// The tables inside of a subquery are not those of the query.
#include "tables.hpp"

[[maybe_unused]] constexpr auto recent = select(posts.id, posts.author_id, posts.title.as("name"_name)).from(posts).where(posts.published).as("recent"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(posts.title).from(recent).text();
#else
  return select(recent["name"_name]).from(recent).text();
#endif
}
