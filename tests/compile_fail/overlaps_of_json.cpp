// SPDX-License-Identifier: BSL-1.0
// expect: virga: contains and contained_by take arrays or jsonb, overlaps takes arrays
// JSON documents have no &&.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(overlaps(tags.extra, tags.extra)).text();
#else
  return select(tags.tag).from(tags).where(contains(tags.extra, tags.extra)).text();
#endif
}
