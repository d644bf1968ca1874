// SPDX-License-Identifier: BSL-1.0
// expect: virga: a value of this C.. type cannot be compared
// Values are bound like the column at their place.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.place) < row_of("a", "b")).text();
#else
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.place) < row_of("a", 2)).text();
#endif
}
