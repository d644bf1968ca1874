// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.column, list. takes a list
// A single value is no list.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return in_(users.age, 5);
#else
  return in_(users.age, {5});
#endif
}
