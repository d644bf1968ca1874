// SPDX-License-Identifier: BSL-1.0
// expect: virga: a common table expression is read that is not in with
// It is read where it is there.
#include "tables.hpp"

constexpr auto adults = cte("adults"_name).as(select(users.id, users.age).from(users));
constexpr auto other = adults.as("other"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(other[users.id]).from(other).text();
#else
  return with(adults).select(other[users.id]).from(other).text();
#endif
}
