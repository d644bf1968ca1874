// SPDX-License-Identifier: BSL-1.0
// expect: virga: select_distinct\(\) gives, or order_by\(\) names, a column of an SQL type that has no order
// Equal rows cannot be found.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct(tags.tag, cast<types::json>(tags.extra).as("x"_name)).from(tags).text();
#else
  return select_distinct(tags.tag, tags.extra).from(tags).text();
#endif
}
