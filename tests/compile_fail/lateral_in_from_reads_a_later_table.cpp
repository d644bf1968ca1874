// SPDX-License-Identifier: BSL-1.0
// expect: virga: the condition of a join, or a lateral query, reads a table that is joined after it
// The first entry of FROM has none before it.
#include "tables.hpp"

[[maybe_unused]] constexpr auto latest = select(posts.title).from(posts).where(posts.author_id == users.id).limit(1).as("latest"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(lateral(latest)).inner_join(users, sql<bool>("true"_sql)).text();
#else
  return select(users.name).from(users).inner_join(lateral(latest), sql<bool>("true"_sql)).text();
#endif
}
