// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// nullif compares with =.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(nullif(cast<types::json>(tags.extra), "1")).from(tags).text();
#else
  return select(nullif(tags.extra, "1")).from(tags).text();
#endif
}
