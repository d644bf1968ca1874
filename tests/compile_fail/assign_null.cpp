// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null. it cannot be set to null
// expect-name: users.name
// expect-composed: not null, users\.name cannot be set to null
// Not null takes no null.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.name = null;
#else
  return users.age = null;
#endif
}
