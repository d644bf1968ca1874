// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// Two entries of FROM have two names.
#include "tables.hpp"

[[maybe_unused]] constexpr auto recent = select(posts.id, posts.author_id, posts.title.as("name"_name)).from(posts).where(posts.published).as("recent"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(recent["name"_name]).from(recent).cross_join(recent).text();
#else
  return select(recent["name"_name]).from(recent).cross_join(posts).text();
#endif
}
