// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this column
// A computed column takes no value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return tags.label = "x";
#else
  return tags.tag = "x";
#endif
}
