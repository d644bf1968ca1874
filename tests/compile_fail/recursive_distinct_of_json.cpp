// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// recursive_distinct leaves out rows that were found before.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return cte("t"_name).recursive_distinct(select(cast<types::json>(tags.extra).as("x"_name)).from(tags),
                                          [](auto t) { return select(t["x"_name]).from(t); });
#else
  return cte("t"_name).recursive(select(cast<types::json>(tags.extra).as("x"_name)).from(tags),
                                 [](auto t) { return select(t["x"_name]).from(t); });
#endif
}
