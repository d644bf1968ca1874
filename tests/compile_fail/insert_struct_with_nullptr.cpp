// SPDX-License-Identifier: BSL-1.0
// expect-gcc: could not convert|cannot convert|conversion
// expect-clang: no viable conversion
// The null pointer is no text.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org", .name = nullptr};
#else
  return NewUser{.email = "ann@example.org", .name = ""};
#endif
}
