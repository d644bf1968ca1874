// SPDX-License-Identifier: BSL-1.0
// expect: virga: like matches text
// Patterns match text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return like(users.age, "4%");
#else
  return like(users.name, "A%");
#endif
}
