// SPDX-License-Identifier: BSL-1.0
// expect: virga: in_.column, list.: the list
// So are those in braces.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return in_(users.age, {"one", "two"});
#else
  return in_(users.age, {1, 2});
#endif
}
