// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no order and no equality for this SQL type
// on() groups rows that are equal.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select_distinct_on(on(cast<types::json>(tags.extra)), tags.tag).from(tags).text();
#else
  return select_distinct_on(on(tags.extra), tags.tag).from(tags).text();
#endif
}
