// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type does not fit
// So does the value of an optional.
#include "tables.hpp"

auto program(std::optional<std::string> given) {
#ifdef COMPILE_FAIL
  return users.age = given;
#else
  return users.age = std::optional<int>(given ? 1 : 0);
#endif
}
