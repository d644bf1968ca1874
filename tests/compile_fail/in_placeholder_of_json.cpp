// SPDX-License-Identifier: BSL-1.0
// expect: virga: PostgreSQL has no such comparison for this SQL type
// The same where the list is given later.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.tag).from(tags).where(in_(cast<types::json>(tags.extra), placeholder("list"_name)));
#else
  return select(tags.tag).from(tags).where(in_(tags.extra, placeholder("list"_name)));
#endif
}
