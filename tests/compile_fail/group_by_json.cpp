// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// Groups are of equal values.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(tags).group_by(cast<types::json>(tags.extra)).text();
#else
  return select(count()).from(tags).group_by(tags.extra).text();
#endif
}
