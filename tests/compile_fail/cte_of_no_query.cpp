// SPDX-License-Identifier: BSL-1.0
// expect: virga: cte.name..as.query. takes a select
// A common table expression is a query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return cte("all"_name).as(users);
#else
  return cte("all"_name).as(select().from(users));
#endif
}
