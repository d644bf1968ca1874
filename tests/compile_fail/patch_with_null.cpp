// SPDX-License-Identifier: BSL-1.0
// expect-gcc: could not convert|cannot convert|conversion
// expect-clang: no viable conversion
// A patch sets no null where the column takes none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return UserPatch{.name = null};
#else
  return UserPatch{.name = "Ann", .age = null};
#endif
}
