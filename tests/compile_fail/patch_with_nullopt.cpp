// SPDX-License-Identifier: BSL-1.0
// expect-gcc: could not convert|cannot convert|conversion
// expect-clang: no viable conversion
// A patch sets no null where the column takes none, in any spelling.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return UserPatch{.name = std::nullopt};
#else
  return UserPatch{.name = "Ann", .age = std::nullopt};
#endif
}
