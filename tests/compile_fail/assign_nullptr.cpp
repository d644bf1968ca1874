// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null. it cannot be set to null
// The null pointer is no text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.name = nullptr;
#else
  return users.name = "";
#endif
}
