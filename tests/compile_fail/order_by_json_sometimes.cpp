// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// Nor where the key is there only sometimes.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).order_by(when(true, desc(cast<types::json>(tags.extra))));
#else
  return select(tags.tag).from(tags).order_by(when(true, desc(tags.extra)));
#endif
}
