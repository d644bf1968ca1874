// SPDX-License-Identifier: BSL-1.0
// expect: virga: select.. without columns needs from
// Every column of no table is nothing.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select().text();
#else
  return select().from(users).text();
#endif
}
