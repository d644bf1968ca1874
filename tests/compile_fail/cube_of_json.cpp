// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// Grouping sets group by equal values, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(tags).group_by(cube(cast<types::json>(tags.extra))).text();
#else
  return select(count()).from(tags).group_by(cube(tags.extra)).text();
#endif
}
