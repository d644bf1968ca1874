// SPDX-License-Identifier: BSL-1.0
// expect: virga: set.. names a column that the database alone writes
// The database computes this column.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return update_many(tags, std::vector<infer_select<tags>>(1)).set(tags.label).text();
#else
  return update_many(tags, std::vector<infer_select<tags>>(1)).set(tags.extra).text();
#endif
}
