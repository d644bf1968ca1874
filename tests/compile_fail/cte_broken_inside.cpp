// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// What is wrong inside a common table expression is found, too.
#include "tables.hpp"

[[maybe_unused]] constexpr auto wrong = cte("wrong"_name).as(select(users.name, count().as("n"_name)).from(users));
[[maybe_unused]] constexpr auto sound = cte("sound"_name).as(select(count().as("n"_name)).from(users));

auto program() {
#ifdef COMPILE_FAIL
  return with(wrong).select(wrong["n"_name]).from(wrong).text();
#else
  return with(sound).select(sound["n"_name]).from(sound).text();
#endif
}
