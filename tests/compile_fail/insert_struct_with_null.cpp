// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null; it cannot be set to null
// Not null takes no null in a row either.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org", .name = null};
#else
  return NewUser{.email = "ann@example.org", .name = "Ann"};
#endif
}
