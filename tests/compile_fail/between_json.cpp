// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// No order, no between.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(between(cast<types::json>(tags.extra), "1", "2")).text();
#else
  return select(tags.tag).from(tags).where(between(tags.extra, "1", "2")).text();
#endif
}
