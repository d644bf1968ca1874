// SPDX-License-Identifier: BSL-1.0
// expect: virga: an optional may be empty
// What may be empty is left out by when(…), not compared.
#include "tables.hpp"

auto program(std::optional<int> wanted) {
#ifdef COMPILE_FAIL
  return users.age == wanted;
#else
  return when(wanted.has_value(), users.age == wanted.value_or(0));
#endif
}
