// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null; it cannot be set to null
// A patch sets no null where the column takes none, in any spelling.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return UserPatch{.name = std::nullopt};
#else
  return UserPatch{.name = "Ann", .age = std::nullopt};
#endif
}
