// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// There is no order of json.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).order_by(desc(cast<types::json>(tags.extra))).text();
#else
  return select(tags.tag).from(tags).order_by(desc(tags.extra)).text();
#endif
}
