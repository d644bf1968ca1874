// SPDX-License-Identifier: BSL-1.0
// expect: virga: row_of.. takes two or more items
// One value is compared as it is.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(row_of(tags.tag) == row_of("a", 1)).text();
#else
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.place) == row_of("a", 1)).text();
#endif
}
