// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no min and max of this SQL type
// Bits have an order, but no min.
#include <virga/types/bit.hpp>
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return min(cast<types::varbit>(users.name));
#else
  return min(cast<types::text>(users.name));
#endif
}
