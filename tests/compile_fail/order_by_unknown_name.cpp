// SPDX-License-Identifier: BSL-1.0
// expect: virga: order_by.. names a column that this query does not select
// A name in order_by() is one of the select list.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(users.name.as("n"_name)).from(users).order_by("m"_name).text();
#else
  return select(users.name.as("n"_name)).from(users).order_by("n"_name).text();
#endif
}
