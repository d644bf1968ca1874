// SPDX-License-Identifier: BSL-1.0
// expect: virga: this SQL function does not take these arguments
// The call around the refused one says nothing more.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(upper(lower(users.age))).from(users).text();
#else
  return select(upper(lower(users.name))).from(users).text();
#endif
}
