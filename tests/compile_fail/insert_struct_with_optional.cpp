// SPDX-License-Identifier: BSL-1.0
// expect-gcc: could not convert|cannot convert|conversion
// expect-clang: no viable conversion
// A required field takes nothing that may be empty.
#include "tables.hpp"

auto program(std::optional<std::string> given) {
#ifdef COMPILE_FAIL
  return NewUser{.email = given, .name = "Ann"};
#else
  return NewUser{.email = given.value_or(""), .name = "Ann"};
#endif
}
