// SPDX-License-Identifier: BSL-1.0
// expect: virga: any_of.. and all_of.. stand at the right of a comparison
// SQL has the array at the right alone.
#include "tables.hpp"

inline constexpr auto numbers = sql<std::vector<int>>("array[1, 2]"_sql);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(any_of(numbers) == users.age).text();
#else
  return select(users.id).from(users).where(users.age == any_of(numbers)).text();
#endif
}
