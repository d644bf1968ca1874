// SPDX-License-Identifier: BSL-1.0
// expect: virga: contains, contained_by and overlaps compare two values of one type
// An array of numbers holds numbers.
#include "tables.hpp"

inline constexpr auto numbers = sql<std::vector<int>>("array[1, 2]"_sql);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(contains(numbers, std::vector<std::string>{"a"})).text();
#else
  return to_sql(select(users.id).from(users).where(contains(numbers, std::vector<int>{1})));
#endif
}
