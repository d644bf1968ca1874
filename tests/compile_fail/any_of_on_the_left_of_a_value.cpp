// SPDX-License-Identifier: BSL-1.0
// expect: virga: any_of.. and all_of.. stand at the right of a comparison
// A value stands at the left, too.
#include "tables.hpp"

inline constexpr auto numbers = sql<std::vector<int>>("array[1, 2]"_sql);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.id).from(users).where(all_of(numbers) > 5).text();
#else
  return select(users.id).from(users).where(5 < all_of(numbers)).text();
#endif
}
