// SPDX-License-Identifier: BSL-1.0
// expect: virga: this column is not null; it cannot be set to null
// A patch sets no null where the column takes none.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return UserPatch{.name = null};
#else
  return UserPatch{.name = "Ann", .age = null};
#endif
}
