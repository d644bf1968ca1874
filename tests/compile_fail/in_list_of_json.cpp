// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// in_ looks for an equal value.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(in_(cast<types::json>(tags.extra), {"1", "2"}));
#else
  return select(tags.tag).from(tags).where(in_(tags.extra, {"1", "2"}));
#endif
}
