// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no min and max of this SQL type
// Composite values have an order, but PostgreSQL 18 is the first with a max of them.
#include "composite_tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return max(people.home);
#else
  return max(attribute(people.home, "city"_name));
#endif
}
