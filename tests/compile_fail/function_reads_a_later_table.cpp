// SPDX-License-Identifier: BSL-1.0
// expect: virga: the condition of a join, or a lateral query, reads a table that is joined after it
// The arguments of a function in FROM read the tables before it.
#include "tables.hpp"

constexpr auto word = regexp_split_to_table(posts.title, users.name).as("word"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(word.value()).from(posts).cross_join(word).cross_join(users).text();
#else
  return select(word.value()).from(posts).cross_join(users).cross_join(word).text();
#endif
}
