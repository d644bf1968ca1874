// SPDX-License-Identifier: BSL-1.0
// expect: virga: a window function stands in the select list or in order_by
// Windows are made of the groups that HAVING left.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(users).having(rank().over() < 5).text();
#else
  return select(count()).from(users).having(count() < 5).text();
#endif
}
