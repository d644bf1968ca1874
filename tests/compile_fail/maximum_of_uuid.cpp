// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no min and max of this SQL type
// PostgreSQL 15 has no max(uuid).
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return max(users.id);
#else
  return max(users.created_at);
#endif
}
