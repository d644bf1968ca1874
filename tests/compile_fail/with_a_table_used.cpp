// SPDX-License-Identifier: BSL-1.0
// expect: virga: with.. takes common table expressions
// What follows says nothing more.
#include "tables.hpp"

constexpr auto adults = cte("adults"_name).as(select(users.id).from(users).where(users.age > 17));

auto program() {
#ifdef COMPILE_FAIL
  return with(users, adults).select(adults["id"_name]).from(adults).text();
#else
  return with(adults).select(adults["id"_name]).from(adults).text();
#endif
}
