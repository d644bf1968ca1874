// SPDX-License-Identifier: BSL-1.0
// expect: virga: a column stands beside aggregates or groups but is not grouped
// Half a primary key decides nothing.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return select(tags.post_id, tags.place).from(tags).group_by(tags.post_id).text();
#else
  return select(tags.post_id, tags.place).from(tags).group_by(tags.post_id, tags.place).text();
#endif
}
