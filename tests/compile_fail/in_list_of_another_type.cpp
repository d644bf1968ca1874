// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.column, list.: the list
// The values of a list are compared with the operand.
#include "tables.hpp"

auto program(const std::vector<std::string>& names) {
#ifdef COMPILE_FAIL
  return in_(users.age, names);
#else
  return in_(users.name, names);
#endif
}
