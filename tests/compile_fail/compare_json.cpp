// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// SQL has no = for json, only for jsonb.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(cast<types::json>(tags.extra) == "{}").text();
#else
  return select(tags.tag).from(tags).where(tags.extra == "{}").text();
#endif
}
