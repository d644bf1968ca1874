// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no cast between these SQL types
// jsonb becomes a number, json does not.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(cast<int>(cast<types::json>(tags.extra))).from(tags).text();
#else
  return select(cast<int>(tags.extra)).from(tags).text();
#endif
}
