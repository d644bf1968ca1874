// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// The alias has the columns.
#include "tables.hpp"

constexpr auto adults = cte("adults"_name).as(select(users.id, users.age).from(users));
constexpr auto other = adults.as("other"_name);

auto program() {
#ifdef COMPILE_FAIL
  return with(adults).select(adults[users.id]).from(other).text();
#else
  return with(adults).select(other[users.id]).from(other).text();
#endif
}
