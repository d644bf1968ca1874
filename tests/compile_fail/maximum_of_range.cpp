// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no min and max of this SQL type
// Ranges have an order, but no max.
#include <virga/types/range.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return max(cast<types::int4range>(users.name));
#else
  return max(cast<types::array_of<types::int4range>>(users.name));
#endif
}
