// SPDX-License-Identifier: BSL-1.0
// expect: virga: the condition of a join, or a lateral query, reads a table that is joined after it
// lateral() sees the tables before it.
#include "tables.hpp"

[[maybe_unused]] constexpr auto latest = select(posts.title).from(posts).where(posts.author_id == users.id).limit(1).as("latest"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag, latest["title"_name]).from(tags).inner_join(lateral(latest), sql<bool>("true"_sql)).inner_join(users, users.name == tags.tag).text();
#else
  return select(tags.tag, latest["title"_name]).from(tags).inner_join(users, users.name == tags.tag).inner_join(lateral(latest), sql<bool>("true"_sql)).text();
#endif
}
