// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// An array of numbers holds numbers.
#include "tables.hpp"

inline constexpr auto numbers = sql<std::vector<int>>("array[1, 2]"_sql);

auto program() {
#ifdef COMPILE_FAIL
  return select(array_append(numbers, "a")).from(users).text();
#else
  return select(array_append(numbers, 3)).from(users).text();
#endif
}
