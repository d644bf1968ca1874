// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// The greatest of values without an order.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(greatest(cast<types::json>(tags.extra), "1")).from(tags).text();
#else
  return select(greatest(tags.extra, "1")).from(tags).text();
#endif
}
