// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// One of them takes another name.
#include "tables.hpp"

constexpr auto adults = cte("adults"_name).as(select(users.id, users.age).from(users));
constexpr auto other = adults.as("other"_name);

auto program() {
#ifdef COMPILE_FAIL
  return with(adults).select(adults[users.id]).from(adults).cross_join(adults).text();
#else
  return with(adults).select(adults[users.id]).from(adults).cross_join(other).text();
#endif
}
