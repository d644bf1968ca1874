// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// A pattern is text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return like(users.name, 4);
#else
  return like(users.name, "4");
#endif
}
