// SPDX-License-Identifier: BSL-1.0
// expect: virga: with\(\) takes common table expressions
// It is put there under its own name.
#include "tables.hpp"

constexpr auto adults = cte("adults"_name).as(select(users.id, users.age).from(users));
constexpr auto other = adults.as("other"_name);

auto program() {
#ifdef COMPILE_FAIL
  return with(other).select(other[users.id]).from(other).text();
#else
  return with(adults).select(other[users.id]).from(other).text();
#endif
}
