// SPDX-License-Identifier: BSL-1.0
// expect: virga: select_distinct\(\) gives, or order_by\(\) names, a column of an SQL type that has no order
// The name stands for the column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<types::json>(tags.extra).as("x"_name)).from(tags).order_by("x"_name).text();
#else
  return select(tags.extra.as("x"_name)).from(tags).order_by("x"_name).text();
#endif
}
