// SPDX-License-Identifier: BSL-1.0
// expect: virga: the two rows have different numbers of items
// A row is compared item by item.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.place) == row_of("a", 1, 2)).text();
#else
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.place) == row_of("a", 1)).text();
#endif
}
