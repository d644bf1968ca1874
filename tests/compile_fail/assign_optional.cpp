// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null, and an optional may be empty
// expect-name: users.name
// expect-composed: may be empty, give users\.[a-z]+ a value
// Not null takes nothing that may be empty.
#include "tables.hpp"

auto program(std::optional<std::string> given) {
#ifdef COMPILE_FAIL
  return users.name = given;
#else
  return users.name = given.value_or("");
#endif
}
