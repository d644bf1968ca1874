// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column is used whose table is not in from
// An aggregate is one of the rows of the query.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(sum(tags.place)).from(posts).text();
#else
  return select(sum(tags.place)).from(tags).text();
#endif
}
