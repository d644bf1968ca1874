// SPDX-License-Identifier: BSL-1.0
// expect: virga: any_of.. and all_of.. take an array or a query of one column
// A single value has no elements.
#include "tables.hpp"

inline constexpr auto numbers = sql<std::vector<int>>("array[1, 2]"_sql);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(users.age > any_of(users.age)).text();
#else
  return select(users.id).from(users).where(users.age > any_of(numbers)).text();
#endif
}
