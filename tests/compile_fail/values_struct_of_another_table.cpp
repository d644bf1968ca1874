// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// A row of another table is no row of this one.
#include "tables.hpp"

auto program(const infer_insert<posts>& row) {
#ifdef COMPILE_FAIL
  return to_sql(insert_into(users).values(row));
#else
  return to_sql(insert_into(posts).values(row));
#endif
}
