// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null, and an optional may be empty
// A required field takes nothing that may be empty.
#include "tables.hpp"

auto program(std::optional<std::string> given) {
#ifdef COMPILE_FAIL
  return NewUser{.email = given, .name = "Ann"};
#else
  return NewUser{.email = given.value_or(""), .name = "Ann"};
#endif
}
