// SPDX-License-Identifier: BSL-1.0
// expect: virga: select and returning take columns, tables and expressions
// A percentile is one of an order.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(percentile_cont(0.5)).from(users).text();
#else
  return select(percentile_cont(0.5).within_group(users.age)).from(users).text();
#endif
}
