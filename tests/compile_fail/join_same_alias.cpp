// SPDX-License-Identifier: BSL-1.0
// expect: virga: two tables of this query have the same name
// An alias names one table.
#include "tables.hpp"

constexpr auto one = users.as("one"_name);

auto program() {
#ifdef COMPILE_FAIL
  return select(one.id).from(one).inner_join(users.as("one"_name), one.age == 5).text();
#else
  return select(one.id).from(one).inner_join(users.as("two"_name), one.age == 5).text();
#endif
}
