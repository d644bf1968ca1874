// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function stands in the select list or in order_by
// expect-composed: one stands in where\(…\), compute it
// Windows are made of the rows that WHERE left.
#include "tables.hpp"

inline constexpr auto numbered = select(users.name, row_number().over().as("n"_name)).from(users).as("numbered"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name).from(users).where(row_number().over() < 5).text();
#else
  return select(numbered["name"_name]).from(numbered).where(numbered["n"_name] < 5).text();
#endif
}
