// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL does not compare rows with items of this SQL type
// A row is equal where its items are, and json has no `=`.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(row_of(tags.tag, cast<types::json>(tags.extra)) == row_of("a", "{}")).text();
#else
  return select(tags.tag).from(tags).where(row_of(tags.tag, tags.extra) == row_of("a", "{}")).text();
#endif
}
