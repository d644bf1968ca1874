// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// union leaves equal rows out; union_all does not look.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return union_(select(cast<types::json>(tags.extra).as("x"_name)).from(tags),
                select(cast<types::json>(tags.extra).as("x"_name)).from(tags))
      .text();
#else
  return union_all(select(cast<types::json>(tags.extra).as("x"_name)).from(tags),
                   select(cast<types::json>(tags.extra).as("x"_name)).from(tags))
      .text();
#endif
}
