// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// Neither has SQL one for jsonb and json.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(tags.extra == cast<types::json>(tags.extra)).text();
#else
  return select(tags.tag).from(tags).where(tags.extra == tags.extra).text();
#endif
}
