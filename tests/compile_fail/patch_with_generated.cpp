// SPDX-License-Identifier: BSL-1.0
// expect: virga: the database alone writes this column
// A patch does not set what the database alone writes.
#include "tables.hpp"

auto program() {
#ifdef COMPILE_FAIL
  return infer_update<posts>{.id = 5, .title = "One"};
#else
  return infer_update<posts>{.title = "One"};
#endif
}
