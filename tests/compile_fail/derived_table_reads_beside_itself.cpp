// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// A subquery in FROM reads the tables beside it with lateral() alone.
#include "tables.hpp"

[[maybe_unused]] constexpr auto latest = select(posts.title).from(posts).where(posts.author_id == users.id).limit(1).as("latest"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name, latest["title"_name]).from(users).left_join(latest, sql<bool>("true"_sql)).text();
#else
  return select(users.name, latest["title"_name]).from(users).left_join(lateral(latest), sql<bool>("true"_sql)).text();
#endif
}
