// SPDX-License-Identifier: BSL-1.0
// expect: virga: columns are given as assignments
// A patch of another table is none of this one.
#include "tables.hpp"

auto program(const infer_update<posts>& patch) {
#ifdef COMPILE_FAIL
  return to_sql(update(users).set(patch).all_rows());
#else
  return to_sql(update(posts).set(patch).all_rows());
#endif
}
