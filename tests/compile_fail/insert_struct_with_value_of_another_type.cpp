// SPDX-License-Identifier: BSL-1.0
// expect-gcc: could not convert|cannot convert|conversion
// expect-clang: no viable conversion
// A field takes values of its column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org", .name = 5};
#else
  return NewUser{.email = "ann@example.org", .name = "5"};
#endif
}
