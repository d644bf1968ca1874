// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// The same where the list is a query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag)
      .from(tags)
      .where(in_(cast<types::json>(tags.extra), select(cast<types::json>(tags.extra)).from(tags)))
      .text();
#else
  return select(tags.tag).from(tags).where(in_(tags.extra, select(tags.extra).from(tags))).text();
#endif
}
