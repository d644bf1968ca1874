// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// One row of all has no order.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(count()).from(posts).order_by(posts.title).text();
#else
  return select(count()).from(posts).text();
#endif
}
