// SPDX-License-Identifier: BSL-1.0
// expect: virga: && and .. join two boolean expressions
// Only booleans are joined.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.age > 18 && users.name;
#else
  return users.age > 18 && users.name != "";
#endif
}
