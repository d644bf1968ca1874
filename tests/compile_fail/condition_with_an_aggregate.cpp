// SPDX-License-Identifier: BSL-1.0
// expect: virga: this condition<tables…> reads a table that it does not name, or holds an aggregate
// Rows are judged one by one.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  condition<users> wanted = count() > 5;
  return wanted.empty();
#else
  condition<users> wanted = users.age > 5;
  return wanted.empty();
#endif
}
