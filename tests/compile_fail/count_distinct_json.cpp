// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// To count each once, PostgreSQL must know equal ones.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count_distinct(cast<types::json>(tags.extra))).from(tags).text();
#else
  return select(count_distinct(tags.extra)).from(tags).text();
#endif
}
