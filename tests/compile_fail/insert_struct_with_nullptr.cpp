// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null; it cannot be set to null
// The null pointer is no text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org", .name = nullptr};
#else
  return NewUser{.email = "ann@example.org", .name = ""};
#endif
}
