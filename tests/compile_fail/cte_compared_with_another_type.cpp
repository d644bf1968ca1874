// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// Its columns keep their types.
#include "tables.hpp"

constexpr auto per_author =
    cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));

auto program() {
#ifdef COMPILE_FAIL
  return per_author["n"_name] == users.name;
#else
  return per_author["n"_name] == users.age;
#endif
}
