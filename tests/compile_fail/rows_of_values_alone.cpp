// SPDX-License-Identifier: BSL-1.0
// expect: virga: two values stand at the same place of two rows
// A program compares its own values itself.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(row_of(tags.tag, 1) == row_of("a", 2)).text();
#else
  return select(tags.tag).from(tags).where(row_of(tags.tag, 1) == row_of("a", tags.place)).text();
#endif
}
