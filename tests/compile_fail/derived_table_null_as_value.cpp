// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// The columns of a subquery keep their types.
#include "tables.hpp"

[[maybe_unused]] constexpr auto recent = select(posts.id, posts.author_id, posts.title.as("name"_name)).from(posts).where(posts.published).as("recent"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(recent["id"_name]).from(recent).where(recent["name"_name] == recent["id"_name]).text();
#else
  return select(recent["id"_name]).from(recent).where(recent["name"_name] == recent["name"_name]).text();
#endif
}
