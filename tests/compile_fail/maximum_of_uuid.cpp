// SPDX-License-Identifier: BSL-1.0
// expect: virga: min and max take a type that PostgreSQL orders
// PostgreSQL 15 has no max(uuid).
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return max(users.id);
#else
  return max(users.created_at);
#endif
}
