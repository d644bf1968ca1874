// SPDX-License-Identifier: BSL-1.0
// expect: virga: select_distinct.. is ordered by what it selects
// The 1 of the order is another parameter than that of the list.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct((users.age + 1).as("n"_name)).from(users).order_by(users.age + 1).text();
#else
  return select_distinct((users.age + 1).as("n"_name)).from(users).order_by("n"_name).text();
#endif
}
