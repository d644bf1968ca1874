// SPDX-License-Identifier: BSL-1.0
// expect-gcc: no non-static data member named .nickname
// expect-clang: .nickname
// A row has no member that the table does not have.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org", .name = "Ann", .nickname = "A"};
#else
  return NewUser{.email = "ann@example.org", .name = "Ann"};
#endif
}
