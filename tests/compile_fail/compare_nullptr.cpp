// SPDX-License-Identifier: BSL-1.0
// expect: virga: nothing equals null in SQL. use is_null
// The null pointer is no text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.name == nullptr;
#else
  return users.name == "";
#endif
}
