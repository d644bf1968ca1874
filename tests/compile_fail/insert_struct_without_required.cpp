// SPDX-License-Identifier: BSL-1.0
// expect-gcc: consteval virga::required
// expect-clang: call to consteval function 'virga::required
// A row to be inserted has all that the database cannot fill in.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return NewUser{.email = "ann@example.org"};
#else
  return NewUser{.email = "ann@example.org", .name = "Ann"};
#endif
}
