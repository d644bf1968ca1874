// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// Drizzle's names check like the operators.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return gt(users.created_at, users.age);
#else
  return gt(users.created_at, users.created_at);
#endif
}
