// SPDX-License-Identifier: BSL-1.0
// expect: virga: overlaps.. of rows takes two periods
// A period begins and ends at a time.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(overlaps(row_of(tags.place, tags.post_id), row_of(1, 2))).text();
#else
  return select(tags.tag).from(tags).where(overlaps(row_of(now(), now()), row_of("2024-01-01", "2024-01-02"))).text();
#endif
}
