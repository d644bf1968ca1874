// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// Even except_all looks for equal rows.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return except_all(select(cast<types::json>(tags.extra).as("x"_name)).from(tags),
                    select(cast<types::json>(tags.extra).as("x"_name)).from(tags))
      .text();
#else
  return except_all(select(tags.extra).from(tags), select(tags.extra).from(tags)).text();
#endif
}
