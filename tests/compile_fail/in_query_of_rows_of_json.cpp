// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL does not compare rows with items of this SQL type
// The rows of the query are compared, too.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return in_(row_of(tags.tag, cast<types::json>(tags.extra)), select(tags.tag, cast<types::json>(tags.extra)).from(tags));
#else
  return in_(row_of(tags.tag, tags.extra), select(tags.tag, tags.extra).from(tags));
#endif
}
