// SPDX-License-Identifier: BSL-1.0
// expect: virga: these two SQL types cannot be compared
// Items are compared like columns.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.place) == row_of(tags.post_id, 1)).text();
#else
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.place) == row_of(tags.label, 1)).text();
#endif
}
