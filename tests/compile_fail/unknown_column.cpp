// SPDX-License-Identifier: BSL-1.0
// expect-gcc: has no member named .nickname
// expect-clang: no member named .nickname
// A table has no column that was not declared.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return users.nickname == "A";
#else
  return users.name == "A";
#endif
}
