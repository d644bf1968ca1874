// SPDX-License-Identifier: BSL-1.0
// expect: virga: array_agg takes values that are no arrays themselves
// PostgreSQL would make an array of two dimensions.
#include "tables.hpp"

inline constexpr auto numbers = sql<std::vector<int>>("array[1, 2]"_sql);

auto program() {
#ifdef COMPILE_FAIL
  return select(array_agg(numbers)).from(users).text();
#else
  return select(array_agg(users.age)).from(users).text();
#endif
}
