// SPDX-License-Identifier: BSL-1.0
// expect: virga: this condition<tables…> reads a table that it does not name
// It is over the tables it names.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  condition<users> wanted = posts.published;
  return wanted.empty();
#else
  condition<posts> wanted = posts.published;
  return wanted.empty();
#endif
}
