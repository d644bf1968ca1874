// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// Rows of another table are no rows of this one.
#include "tables.hpp"

auto program(const std::vector<infer_insert<posts>>& rows) {
#ifdef COMPILE_FAIL
  return to_sql(insert_into(users).values(rows));
#else
  return to_sql(insert_into(posts).values(rows));
#endif
}
