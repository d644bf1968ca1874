// SPDX-License-Identifier: BSL-1.0
// expect: virga: a query used as a value, a list or an array gives exactly one column
// An array has one element type.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(array_from(select(tags.tag, tags.place).from(tags))).text();
#else
  return select(array_from(select(tags.tag).from(tags))).text();
#endif
}
