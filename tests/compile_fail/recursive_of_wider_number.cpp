// SPDX-License-Identifier: BSL-1.0
// expect: virga: recursive.first, next.: a column of next is a wider number
// The first query says what type the column has.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  auto found = cte("t"_name).recursive(select(sql<int>("1"_sql).as("n"_name)), [](auto t) {
    return select(posts.id.as("n"_name)).from(t).inner_join(posts, posts.id > t["n"_name]);
  });
  return with(found).select(found["n"_name]).from(found).text();
#else
  auto found = cte("t"_name).recursive(select(cast<std::int64_t>(sql<int>("1"_sql)).as("n"_name)), [](auto t) {
    return select(posts.id.as("n"_name)).from(t).inner_join(posts, posts.id > t["n"_name]);
  });
  return with(found).select(found["n"_name]).from(found).text();
#endif
}
