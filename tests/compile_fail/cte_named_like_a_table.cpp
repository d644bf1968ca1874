// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// A common table expression does not take the name of another table.
#include "tables.hpp"

[[maybe_unused]] constexpr auto wrong = cte("users"_name).as(select(posts.id).from(posts));
[[maybe_unused]] constexpr auto sound = cte("recent"_name).as(select(posts.id).from(posts));

auto program() {
#ifdef COMPILE_FAIL
  return with(wrong).select(users.id).from(users).cross_join(wrong).text();
#else
  return with(sound).select(users.id).from(users).cross_join(sound).text();
#endif
}
